import type { Plan, PlanObject } from '#core/scenario/plan.ts';
import { always, editQueues, editReceivers, isNamed, type Remedy, textOf, whereClonesDiffer } from './remedy.ts';

const stuck = ['in-doubt', 'in-transit', 'marooned', 'waiting'] as const;

/** Queues that programs open by name, whatever they are. */
const opened = (plan: Plan) => (queue: PlanObject) => isNamed(plan, queue);

/**
 * Changes that are tried on the smallest scenario of a harm, in this order. The words say what to do; whether it helps in this
 * case, the run says.
 */
export const remedies: readonly Remedy[] = [
  {
    advice: 'Let the messages be persistent by default, so that a restart keeps them.',
    ruleOf: whereClonesDiffer('clone-persistence-differs', undefined),
    harms: ['lost', ...stuck],
    editsOf: (plan) => editQueues(plan, 'DEFPSIST', 'YES', 'NO', opened(plan)),
    where: 'each',
  },
  {
    advice: 'Send nonpersistent messages inside batches, so that a failing channel does not lose them.',
    ruleOf: always('fast-nonpersistent-overtakes'),
    harms: ['lost', 'order', 'group-split'],
    editsOf: (plan) => editReceivers(plan, 'NPMSPEED', 'NORMAL', 'FAST'),
    where: 'fewest',
  },
  {
    advice: 'Let the queue keep nonpersistent messages over a controlled restart. A crash loses them all the same.',
    ruleOf: always(undefined),
    harms: ['lost'],
    editsOf: (plan) =>
      editQueues(plan, 'NPMCLASS', 'HIGH', 'NORMAL', (queue) => queue.type === 'QLOCAL' && isNamed(plan, queue)),
    where: 'each',
  },
  {
    advice:
      'Give the queue manager a dead-letter queue, so that one message it cannot deliver does not end the channel.',
    ruleOf: always('no-dead-letter-queue'),
    harms: ['lost', ...stuck],
    editsOf: (plan) =>
      plan.queueManagers
        .filter(({ attributes }) => textOf(attributes, 'DEADQ', '') === '')
        .map(({ name }) => ({
          queueManager: name,
          object: undefined,
          keyword: 'DEADQ',
          to: 'SYSTEM.DEAD.LETTER.QUEUE',
          otherwise: '',
        })),
    where: 'fewest',
  },
  {
    advice: 'Let the channel use the dead-letter queue.',
    ruleOf: always(undefined),
    harms: [...stuck],
    editsOf: (plan) => editReceivers(plan, 'USEDLQ', 'YES', 'YES'),
    where: 'fewest',
  },
  {
    advice: 'Do not let the channel put aside what it cannot deliver: later messages then wait for it.',
    ruleOf: always('dead-letter-breaks-sequence'),
    harms: ['order'],
    editsOf: (plan) => editReceivers(plan, 'USEDLQ', 'NO', 'YES'),
    where: 'fewest',
  },
  {
    advice: 'Do not bind on open: messages may then go to another instance.',
    ruleOf: whereClonesDiffer('clone-defbind-differs', 'bind-on-open-defeats-balancing'),
    harms: ['dead-lettered', 'rejected', 'expired', ...stuck],
    editsOf: (plan) => editQueues(plan, 'DEFBIND', 'NOTFIXED', 'OPEN', opened(plan)),
    where: 'each',
  },
  {
    advice: 'Bind groups, so that one queue manager gets the whole of each.',
    ruleOf: always('groups-without-group-binding'),
    harms: ['group-split', 'order'],
    editsOf: (plan) => editQueues(plan, 'DEFBIND', 'GROUP', 'OPEN', opened(plan)),
    where: 'each',
  },
  {
    advice: 'Keep one instance of the queue in the cluster: sequence and clones do not go together.',
    ruleOf: always('ordered-queue-has-clones'),
    harms: ['order', 'group-split', 'affinity'],
    editsOf: (plan) => {
      const seen = new Set<string>();
      return editQueues(plan, 'CLUSTER', '', '', (queue) => {
        if (!isNamed(plan, queue) || queue.clusters.length === 0) return false;
        const isFirst = !seen.has(queue.name);
        seen.add(queue.name);
        return !isFirst;
      });
    },
    where: 'each',
  },
  {
    advice: 'Bind on open, so that one handle stays with one instance.',
    ruleOf: always('ordered-queue-has-clones'),
    harms: ['order', 'group-split', 'affinity'],
    editsOf: (plan) => editQueues(plan, 'DEFBIND', 'OPEN', 'OPEN', opened(plan)),
    where: 'each',
  },
  {
    advice: 'Use remote instances as well as the local one.',
    ruleOf: always('local-instance-preferred'),
    harms: ['rejected', ...stuck],
    editsOf: (plan) => editQueues(plan, 'CLWLUSEQ', 'ANY', 'QMGR', (queue) => queue.clusters.length > 0),
    where: 'each',
  },
  {
    advice: 'Keep a second full repository, so that news travels while the first one is down.',
    ruleOf: always('single-full-repository'),
    harms: ['dead-lettered', 'rejected', 'order', ...stuck],
    editsOf: (plan) => {
      const clusters = new Set(
        plan.queueManagers.flatMap(({ clusterMemberships }) => clusterMemberships.map(({ cluster }) => cluster)),
      );
      return [...clusters].flatMap((cluster) => {
        const members = plan.queueManagers.filter((each) => each.clusterMemberships.some((m) => m.cluster === cluster));
        const isFull = (each: (typeof members)[number]) =>
          each.clusterMemberships.some((m) => m.cluster === cluster && m.isFullRepository);
        if (members.filter(isFull).length > 1) return [];
        return members
          .filter((each) => !isFull(each))
          .map(({ name }) => ({
            queueManager: name,
            object: undefined,
            keyword: 'REPOS',
            to: cluster,
            otherwise: '',
          }));
      });
    },
    where: 'fewest',
  },
  {
    advice: 'Let the queue hold more.',
    ruleOf: always(undefined),
    harms: ['dead-lettered', 'rejected', 'order'],
    editsOf: (plan) =>
      editQueues(plan, 'MAXDEPTH', '999999999', '5000', ({ type }) => type === 'QLOCAL').filter(
        ({ object }) => Number(textOf(object?.attributes ?? {}, 'MAXDEPTH', '5000')) < 5000,
      ),
    where: 'each',
  },
  {
    advice: 'Do not give up on a message so soon: an interrupted reader counts as a failure, too.',
    ruleOf: always('backout-breaks-sequence'),
    harms: ['backed-out', 'dead-lettered', 'order'],
    editsOf: (plan) => editQueues(plan, 'BOTHRESH', '0', '0', ({ type }) => type === 'QLOCAL'),
    where: 'each',
  },
  {
    advice: 'Deliver in the order of arrival, whatever the priority.',
    ruleOf: always('priority-delivery-reorders'),
    harms: ['order'],
    editsOf: (plan) => editQueues(plan, 'MSGDLVSQ', 'FIFO', 'PRIORITY', ({ type }) => type === 'QLOCAL'),
    where: 'each',
  },
];
