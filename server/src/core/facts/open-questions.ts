/**
 * What IBM's documentation leaves open about how MQ moves messages. A scenario may answer under `assume:`; the first answer
 * holds when it says nothing. docs/simulation.md says what is known of each.
 */
export const openQuestions = {
  'full-queue': {
    answers: ['same-instance', 'another-instance'],
    question: 'Does an unbound message that meets a full queue go to another instance?',
  },
  'stop-drives-rerouting': {
    answers: ['yes', 'no'],
    question: 'Does STOP CHANNEL move unbound messages that wait for the channel to other instances?',
  },
  'arrival-tries-first': {
    answers: ['another-instance', 'message-retry'],
    question: 'What comes first for an unbound message that cannot be put where it arrives?',
  },
  'untriggered-sender': {
    answers: ['started', 'waits'],
    question: 'Does somebody start a sender channel whose transmission queue has no trigger?',
  },
  'bound-instance-gone': {
    answers: ['goes-there', 'put-fails'],
    question: 'Does a put still go to an instance that has left the cluster, when its handle is bound to it?',
  },
  'suspend-force-lasts': {
    answers: ['until-resume', 'no'],
    question: 'Do the channels that SUSPEND QMGR MODE(FORCE) stops stay stopped?',
  },
  'administration-messages': {
    answers: ['apart', 'use-shares'],
    question: 'Do the messages of repositories count when the algorithm deals out messages over the same channels?',
  },
  'alias-of-own-name': {
    answers: ['cluster', 'refused'],
    question: 'Does a clustered alias of its own name lead to the queue of that name elsewhere in the cluster?',
  },
  'retry-drives-rerouting': {
    answers: ['no', 'yes'],
    question: 'Does each later failing retry of a channel move them again?',
  },
} as const;

export type OpenQuestion = keyof typeof openQuestions;
