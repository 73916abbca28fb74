import { orderingNeeds } from '#core/estate/estate-file.ts';
import { type OpenQuestion, openQuestions } from '#core/facts/open-questions.ts';
import { defaults } from './plan-parts.ts';
import {
  bandwidth,
  channelCondition,
  duration,
  expiry,
  mqVersion,
  patience,
  priority,
  rate,
  share,
  size,
  trueOrFalse,
} from './scalar-shapes.ts';
import {
  alternatives,
  choice,
  dictionary,
  entries,
  fallbacks,
  integer,
  list,
  maybe,
  nameOf,
  optional,
  pair,
  parsed,
  placed,
  type RecordOf,
  record,
  required,
  tagged,
  text,
} from './shape.ts';

/** The format of a `*.mqsim.yaml`; docs/scenario-file.md says it for people, `mqsim-yaml.schema.json` for other editors. */
export type ScenarioText = RecordOf<typeof fields>;
export type ApplicationText = ScenarioText['applications'][number];
export type EventText = ScenarioText['events'][number];
export type ClusterText = RecordOf<typeof cluster>;

const formatVersion = parsed({ const: 1 }, (written) => (written === '1' ? 1 : undefined), 'The version 1 is expected');
const queueManager = nameOf('queue-manager');
const application = nameOf('application');
function assumption(name: OpenQuestion) {
  const { answers, question } = openQuestions[name];
  return maybe<string>(choice(answers), `${question} \`${answers[0]}\` when nothing is said.`);
}

const none = <T>(): ReadonlyMap<string, T> => new Map();

/** What a run can hold of one application; a scenario that asks for a million is a mistake. */
const mostInstances = 10_000;
const reconnect = choice(['no', 'any', 'same-queue-manager']);
const reconnectWords = 'Whether the client library connects it again by itself, and where to.';

const balancing = maybe(
  record({
    type: optional(
      choice(['simple', 'request-reply']),
      'simple',
      'request-reply: it is not moved while a reply to one of its messages has not come.',
    ),
    reply: optional(duration, defaults.replyUs, 'How long after each put the reply is there, with request-reply.'),
    timeout: optional(
      patience,
      defaults.balanceTimeoutUs,
      'How long it may hold a move up: a time, 0 for not at all, or never.',
    ),
    transactions: optional(
      choice(['respected', 'ignored']),
      'respected',
      'respected: it is not moved while it has something uncommitted.',
    ),
  }),
  'What a uniform cluster respects before it moves an instance: BALTYPE, BALTIMEOUT and BALOPTIONS.',
);

const message = {
  size: optional(size, defaults.messageSize, 'Bytes of one message.'),
  sizes: maybe(list(size), 'Sizes that take turns from message to message, instead of `size`.'),
  segments: optional(
    integer(1),
    1,
    'In how many segments each message is put, by the program or with MQMF_SEGMENTATION_ALLOWED; each is a message of its own on queues and channels.',
  ),
  persistence: optional(
    choice(['as-q-def', 'persistent', 'nonpersistent']),
    'as-q-def',
    'as-q-def takes the DEFPSIST of the queue.',
  ),
  priority: optional(priority, 'as-q-def', 'as-q-def takes the DEFPRTY of the queue.'),
  expiry: optional(expiry, 0, 'How long it lives.'),
  returnTo: optional(
    nameOf('queue'),
    '',
    'A reply-to queue at its own queue manager: there it comes back if it cannot be delivered, instead of going to a dead-letter queue.',
  ),
};

const service = {
  time: optional(duration, defaults.serviceTimeUs, 'How long it works on one message.'),
  distribution: optional(choice(['constant', 'exponential']), 'constant', 'exponential draws each time at random.'),
};

const network = {
  latency: optional(duration, defaults.network.latencyUs, 'One way between two queue managers.'),
  channelStart: optional(duration, defaults.network.channelStartUs, 'From the start of a channel until it runs.'),
  bandwidth: optional(bandwidth, defaults.network.bandwidth, 'Of each link.'),
  repositoryDelay: optional(duration, defaults.network.repositoryDelayUs, 'Until the cluster knows of a change.'),
  partialRepositories: optional(
    choice(['informed', 'fresh']),
    'informed',
    'What they know at the start. informed: all queues and members, as if they had asked long ago. fresh: the full repositories; each queue and queue manager is asked for when it is first opened.',
  ),
  links: optional(
    list(
      record({
        between: required(pair(queueManager), 'The two queue managers.'),
        latency: maybe(duration, 'One way.'),
        bandwidth: maybe(bandwidth, 'Of this link.'),
      }),
    ),
    [],
    'Links that differ from the rest.',
  ),
};

const producer = {
  queueManager: required(queueManager, 'The queue manager it connects to.'),
  queue: optional(nameOf('queue'), '', 'ObjectName: the queue it opens, a cluster queue mostly; or `topic`.'),
  topic: maybe(placed(text), 'A topic string that it publishes to, instead of a queue.'),
  objectQueueManager: optional(nameOf('object-queue-manager'), '', 'ObjectQMgrName; blank lets the cluster choose.'),
  verb: optional(choice(['MQPUT', 'MQPUT1']), 'MQPUT', 'MQPUT1 opens, puts and closes for each message.'),
  bind: optional(
    choice(['as-q-def', 'on-open', 'not-fixed', 'on-group']),
    'as-q-def',
    'The bind option of MQOPEN; as-q-def takes the DEFBIND of the queue.',
  ),
  count: optional(integer(0), defaults.count, 'How many messages it puts in all.'),
  every: maybe(placed(duration), 'Time between two puts; 100ms when neither this nor `rate` is given.'),
  rate: maybe(placed(rate), 'How many puts in a time, instead of `every`: 10/s.'),
  arrival: optional(
    choice(['constant', 'exponential']),
    'constant',
    'exponential draws the times between puts at random.',
  ),
  startAt: optional(duration, 0, 'When it starts.'),
  reopenAfter: optional(integer(0), 0, 'Closes and opens the queue again after so many messages; 0 keeps it open.'),
  message: optional(record(message), fallbacks(message), 'What each message is like.'),
  group: maybe(
    record({
      size: required(integer(1), 'Messages in one group.'),
      logicalOrder: optional(trueOrFalse, true, 'Put with MQPMO_LOGICAL_ORDER, without which on-group does not bind.'),
    }),
    'Puts the messages in groups.',
  ),
  syncpoint: optional(integer(1), 1, 'Messages in one unit of work.'),
  reconnect: optional(reconnect, 'no', reconnectWords),
  balancing,
  instances: optional(integer(1, mostInstances), 1, 'How many of it run; each puts the whole `count`.'),
};

const consumer = {
  queueManager: required(queueManager, 'The queue manager it connects to; gets are always local.'),
  queue: required(nameOf('queue'), 'The queue it reads.'),
  sessions: optional(integer(1), 1, 'How many messages it works on at a time: the maximum sessions of a listener.'),
  service: optional(record(service), fallbacks(service), 'Its work on one message.'),
  poison: optional(
    list(integer(1)),
    [],
    'Which arrivals on its queue always fail: 3 is the third message that arrived there.',
  ),
  failureRate: optional(share, 0, 'The share of deliveries that fail and are backed out.'),
  triggered: optional(
    trueOrFalse,
    false,
    'A trigger monitor starts it, as TRIGGER, INITQ and PROCESS of its queue say; it ends when nothing is left to do.',
  ),
  maxRetries: optional(integer(-1), -1, 'Stops when more than so many retries fail; -1 never.'),
  listener: optional(
    choice(['liberty', 'activation-specification', 'listener-port']),
    'liberty',
    'A listener port counts the deliveries of one message, the others failures in a row.',
  ),
  xa: maybe(
    record({
      decision: optional(
        duration,
        defaults.xaStepUs,
        'From the prepared get until the transaction manager has logged its decision.',
      ),
      commit: optional(duration, defaults.xaStepUs, 'From there until the queue manager has committed.'),
    }),
    'Its work is a distributed transaction with a transaction manager of its own.',
  ),
  reconnect: optional(reconnect, 'no', reconnectWords),
  balancing,
  instances: optional(integer(1, mostInstances), 1, 'How many of it run, each with its own connection.'),
  retryInterval: optional(
    duration,
    0,
    'A listener that lost its queue manager tries again after this long, and again; 0 connects once it is back.',
  ),
  startAt: optional(duration, 0, 'When it starts to read.'),
};

const condition = alternatives({
  channel: record({
    channel: required(nameOf('channel'), 'The name of the channel.'),
    from: required(queueManager, 'The sending queue manager.'),
    is: required(channelCondition, 'in-doubt, or a state such as RETRYING.'),
  }),
  transaction: record({
    transaction: required(application, 'A consumer with `xa`.'),
    is: required(choice(['prepared', 'decided']), 'How far one of its transactions has come.'),
  }),
  application: record({
    application: required(application, 'A producer.'),
    hasPut: required(integer(1), 'How many messages it must have put.'),
  }),
});

const events = tagged(
  'do',
  {
    at: maybe(duration, 'When, from the start of the run.'),
    when: maybe(condition, 'Instead of `at`: the first time that this holds.'),
  },
  {
    'fail-queue-manager': { queueManager: required(queueManager, 'It ends at once, as in a crash.') },
    'stop-queue-manager': { queueManager: required(queueManager, 'It ends in a controlled way.') },
    'switch-over': {
      queueManager: required(queueManager, 'It ends in a controlled way, and its `takeover` follows: endmqm -s.'),
    },
    'start-queue-manager': { queueManager: required(queueManager, 'It starts again.') },
    'fail-host': { host: required(nameOf('host'), 'All that runs there fails.') },
    'start-host': { host: required(nameOf('host'), 'All that runs there starts again.') },
    'break-link': { from: required(queueManager, 'One end.'), to: required(queueManager, 'The other end.') },
    'repair-link': { from: required(queueManager, 'One end.'), to: required(queueManager, 'The other end.') },
    'stop-application': { application: required(application, 'It stops.') },
    'start-application': { application: required(application, 'It starts again.') },
    inquire: {
      queueManager: required(queueManager, 'Where an application opens the queue and calls MQINQ.'),
      queue: required(nameOf('queue'), 'The queue it asks about.'),
      bind: optional(
        choice(['as-q-def', 'on-open', 'not-fixed', 'on-group']),
        'as-q-def',
        'The bind option of MQOPEN: only on-open makes each call see the same instance.',
      ),
      times: optional(integer(1, 1000), 2, 'How many MQINQ calls it makes.'),
    },
    'resolve-transactions': {
      application: required(application, 'Whose transactions in doubt are settled by hand, as with rsvmqtrn.'),
      action: required(
        choice(['commit', 'backout']),
        'What is done to them, whatever the transaction manager has decided.',
      ),
    },
    'fail-structure': {
      queueSharingGroup: required(nameOf('sharing-group'), 'The group whose structure fails.'),
      structure: required(text, 'The structure of the coupling facility.'),
    },
    mqsc: {
      queueManager: required(queueManager, 'Where the command runs.'),
      command: required(placed(text), 'One MQSC command.'),
    },
  },
);

const assumed = {
  'full-queue': assumption('full-queue'),
  'stop-drives-rerouting': assumption('stop-drives-rerouting'),
  'retry-drives-rerouting': assumption('retry-drives-rerouting'),
  'arrival-tries-first': assumption('arrival-tries-first'),
  'untriggered-sender': assumption('untriggered-sender'),
  'bound-instance-gone': assumption('bound-instance-gone'),
  'suspend-force-lasts': assumption('suspend-force-lasts'),
  'alias-of-own-name': assumption('alias-of-own-name'),
  'administration-messages': assumption('administration-messages'),
};

const cluster = {
  members: required(list(text), 'The queue managers in the cluster.'),
  fullRepositories: maybe(
    list(placed(text)),
    'Those of them that hold a full repository; the first two when left out.',
  ),
};

const fields = {
  version: required(formatVersion, 'The version of this format.'),
  name: optional(text, '', 'What the scenario shows, for people.'),
  seed: optional(
    integer(0, 0xffff_ffff),
    defaults.seed,
    'Where random numbers start; the same seed and input give the same run.',
  ),
  until: optional(duration, defaults.untilUs, 'How much virtual time the run takes.'),
  mqVersion: optional(mqVersion, defaults.mqVersion, "Decides the order of the workload algorithm's steps."),
  estate: maybe(text, 'The estate file whose queue managers run; the nearest one when nothing is defined here.'),
  definitions: optional(
    dictionary(placed(text)),
    none(),
    'MQSC text for each queue manager, for a scenario that stands on its own.',
  ),
  clusters: optional(
    dictionary(record(cluster)),
    none(),
    'Makes the queue managers, channels and repositories that the definitions leave out.',
  ),
  hosts: optional(
    dictionary(list(nameOf('host-member'))),
    none(),
    'Which queue managers and applications run on which machine.',
  ),
  queueSharingGroups: optional(
    dictionary(
      record({
        members: required(list(queueManager), 'The queue managers in the group, up to 32.'),
        structures: optional(
          list(text),
          [],
          'Structures of the coupling facility; those that queues name are known already.',
        ),
      }),
    ),
    none(),
    'Queue-sharing groups of z/OS.',
  ),
  takeover: optional(
    entries(
      record({
        after: required(duration, 'How long after its failure it runs again.'),
        host: maybe(
          nameOf('host'),
          'Where it comes up: the machine of its standby instance; the same one when left out.',
        ),
        kind: optional(
          choice(['standby', 'native-ha']),
          'standby',
          'standby starts it again from its files: a multi-instance or replicated queue manager, a high availability manager. native-ha has another leader, which discards all nonpersistent messages.',
        ),
      }),
    ),
    [],
    'Queue managers that something restarts when they fail: a standby instance, a high availability manager.',
  ),
  uniformClusters: optional(
    dictionary(
      record({
        members: maybe(
          list(queueManager),
          'Its queue managers; all members of the cluster of that name when left out.',
        ),
        balance: optional(duration, defaults.balanceUs, 'How long the members wait before they move clients.'),
      }),
    ),
    none(),
    'Clusters that spread reconnectable clients evenly over their members.',
  ),
  network: optional(record(network), fallbacks(network), 'How far the queue managers are from one another.'),
  applications: optional(
    list(tagged('kind', { name: required(placed(text), 'Its name; each has its own.') }, { producer, consumer })),
    [],
    'Who puts and who gets.',
  ),
  monitors: optional(
    list(
      record({
        kind: required(choice(['amqsclm']), 'The cluster queue monitor.'),
        queueManager: required(queueManager, 'Where it runs.'),
        queue: required(nameOf('queue'), 'The queue it looks at.'),
        every: optional(duration, defaults.monitorUs, 'How often it looks.'),
        resend: optional(trueOrFalse, false, 'Whether it sends on what waits on an instance that nobody reads.'),
      }),
    ),
    [],
    'Programs that steer the cluster by what they see.',
  ),
  events: optional(list(placed(events)), [], 'What happens, and when.'),
  ordering: optional(
    list(
      placed(
        record({
          queue: maybe(nameOf('queue'), 'The queue; or `queues`.'),
          queues: maybe(list(nameOf('queue')), 'Several queues that one need spans.'),
          needs: required(choice(orderingNeeds), 'What the applications rely on.'),
          reason: optional(text, '', 'For people.'),
          rule: maybe(text, 'The rule whose finding supposes this need, where nobody declared it.'),
        }),
      ),
    ),
    [],
    'What the applications rely on, beside what the estate or a comment in the definitions declares.',
  ),
  expect: optional(list(text), [], 'What must hold at the end, over the fields of the outcome.'),
  assume: optional(
    record(assumed),
    fallbacks(assumed),
    'Choices where the behaviour of MQ is not documented; see docs/simulation.md.',
  ),
  warnings: optional(
    list(record({ code: required(text, 'The rule.'), detail: required(text, 'What it found.') })),
    [],
    'Findings that bear on the run, kept with a saved scenario.',
  ),
};

export const scenarioShape = record(fields);
