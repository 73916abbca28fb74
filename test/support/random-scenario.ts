import * as fc from 'fast-check';
import { cluster } from './scenario.ts';

const names = ['QM1', 'QM2', 'QM3', 'QM4'] as const;
const anyName = fc.constantFrom(...names);
const anyTime = fc.integer({ min: 0, max: 20_000 }).map((ms) => `${ms}ms`);

/** Some attributes of one instance of Q3. */
const instance = fc
  .record({
    bind: fc.constantFrom('OPEN', 'NOTFIXED', 'GROUP'),
    persistent: fc.constantFrom('YES', 'NO'),
    put: fc.constantFrom('ENABLED', 'ENABLED', 'ENABLED', 'DISABLED'),
    rank: fc.constantFrom(0, 0, 0, 1),
    priority: fc.constantFrom(0, 0, 5),
    use: fc.constantFrom('QMGR', 'LOCAL', 'ANY'),
    depth: fc.constantFrom(2, 5000, 5000),
    threshold: fc.constantFrom(0, 2),
    backout: fc.constantFrom('', 'BOQNAME(BO)'),
    more: fc.constantFrom(
      '',
      '',
      'STREAMQ(BO)',
      'STREAMQ(BO) STRMQOS(MUSTDUP)',
      'TRIGGER INITQ(BO) PROCESS(P)',
      'TRIGGER TRIGTYPE(EVERY) INITQ(BO) PROCESS(P)',
    ),
    shared: fc.constantFrom('', '', 'QSGDISP(SHARED) CFSTRUCT(S)'),
  })
  .map(
    (a) =>
      `DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(${a.bind}) DEFPSIST(${a.persistent}) PUT(${a.put}) CLWLRANK(${a.rank}) ` +
      `CLWLPRTY(${a.priority}) CLWLUSEQ(${a.use}) MAXDEPTH(${a.depth}) BOTHRESH(${a.threshold}) ${a.backout} ${a.more} ${a.shared}\nDEFINE QLOCAL(BO)`,
  );

const deadLetters = fc.constantFrom('', '\nALTER QMGR DEADQ(DLQ)\nDEFINE QLOCAL(DLQ) REPLACE');
/** Publications are for Q3, or for a queue that may not be there. */
const topics = fc.constantFrom(
  '',
  "\nDEFINE SUB(S) TOPICSTR('t/#') DEST(Q3)",
  "\nDEFINE TOPIC(T) TOPICSTR('t') CLUSTER(CL) CLROUTE(TOPICHOST)\nDEFINE SUB(S) TOPICOBJ(T) TOPICSTR('x') DEST(BO)",
);
const definition = fc
  .tuple(fc.option(instance, { nil: '', freq: 3 }), deadLetters, topics)
  .map((parts) => parts.join(''));

/** How a program connects, and how many of it do. */
const client = fc.constantFrom(
  '',
  '',
  ', reconnect: any',
  ', reconnect: any, instances: 3',
  ', reconnect: any, instances: 3, balancing: { type: request-reply, timeout: 2s, transactions: ignored }',
  ', reconnect: same-queue-manager',
  ', instances: 2',
);

const producer = fc
  .record({
    at: anyName,
    to: fc.constantFrom('queue: Q3', 'queue: Q3', 'queue: Q3', 'topic: t/x'),
    verb: fc.constantFrom('MQPUT', 'MQPUT', 'MQPUT1'),
    bind: fc.constantFrom('as-q-def', 'on-open', 'not-fixed', 'on-group'),
    count: fc.integer({ min: 1, max: 40 }),
    every: fc.constantFrom('0ms', '10ms', '300ms'),
    arrival: fc.constantFrom('constant', 'exponential'),
    start: anyTime,
    reopen: fc.constantFrom(0, 3),
    priority: fc.constantFrom('as-q-def', '4'),
    expiry: fc.constantFrom('none', '2s'),
    message: fc.constantFrom('', '', ', size: 3KB', ', returnTo: BO'),
    group: fc.constantFrom('', ', group: { size: 3, logicalOrder: true }', ', group: { size: 2, logicalOrder: false }'),
    syncpoint: fc.constantFrom(1, 4),
    named: fc.constantFrom('', '', '', ', objectQueueManager: QM2'),
    client,
  })
  .map(
    (p) => (id: string) =>
      `  - { name: ${id}, kind: producer, queueManager: ${p.at}, ${p.to}, verb: ${p.verb}, bind: ${p.bind}, count: ${p.count}, ` +
      `every: ${p.every}, arrival: ${p.arrival}, startAt: ${p.start}, reopenAfter: ${p.reopen}, syncpoint: ${p.syncpoint}, ` +
      `message: { priority: ${p.priority}, expiry: ${p.expiry}${p.message} }${p.group}${p.named}${p.client} }`,
  );

const consumer = fc
  .record({
    at: anyName,
    queue: fc.constantFrom('Q3', 'Q3', 'Q3', 'DLQ'),
    sessions: fc.integer({ min: 1, max: 3 }),
    time: fc.constantFrom('0ms', '5ms', '2s'),
    poison: fc.constantFrom('[]', '[2, 3]'),
    failureRate: fc.constantFrom(0, 0.2),
    maxRetries: fc.constantFrom(-1, 0, 2),
    triggered: fc.constantFrom('', '', ', triggered: true'),
    start: anyTime,
    client,
    retry: fc.constantFrom('', '', ', retryInterval: 700ms'),
    xa: fc.constantFrom('', ', xa: { decision: 300ms, commit: 20ms }', ', xa: {}, listener: listener-port'),
  })
  .map(
    (c) => (id: string) =>
      `  - { name: ${id}, kind: consumer, queueManager: ${c.at}, queue: ${c.queue}, sessions: ${c.sessions}, ` +
      `service: { time: ${c.time} }, poison: ${c.poison}, failureRate: ${c.failureRate}, maxRetries: ${c.maxRetries}, startAt: ${c.start}${c.triggered}${c.client}${c.retry}${c.xa} }`,
  );

const commands = [
  'ALTER QLOCAL(Q3) PUT(DISABLED)',
  'ALTER QLOCAL(Q3) PUT(ENABLED) GET(ENABLED)',
  'ALTER QLOCAL(Q3) GET(DISABLED)',
  'ALTER QLOCAL(Q3) CLUSTER(" ")',
  'ALTER QLOCAL(Q3) CLWLPRTY(7)',
  'DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)',
  'DELETE QLOCAL(Q3) PURGE',
  'CLEAR QLOCAL(Q3)',
  'STOP CHANNEL(CL.QM2)',
  'STOP CHANNEL(CL.QM4) MODE(FORCE)',
  'STOP CHANNEL(CL.QM2) STATUS(INACTIVE)',
  'DELETE CHANNEL(CL.QM2)',
  "ALTER CHANNEL(CL.QM4) CHLTYPE(CLUSRCVR) CLUSTER(' ')",
  'ALTER CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) BATCHSZ(2) BATCHHB(10) SHORTRTY(2) SHORTTMR(1) LONGRTY(1) LONGTMR(2)',
  "DEFINE CHANNEL(CL.QM2) CHLTYPE(CLUSRCVR) CONNAME('qm2') CLUSTER(CL) REPLACE",
  'ALTER CHANNEL(CL.QM4) CHLTYPE(CLUSRCVR) MAXMSGL(2048) MRRTY(1) USEDLQ(NO)',
  'ALTER QLOCAL(Q3) MAXMSGL(2048) MAXDEPTH(3)',
  'RESOLVE CHANNEL(CL.QM2) ACTION(BACKOUT)',
  'RESOLVE CHANNEL(CL.QM2) ACTION(COMMIT)',
  'START CHANNEL(CL.QM2)',
  'START CHANNEL(CL.QM4)',
  'SUSPEND QMGR CLUSTER(CL)',
  'SUSPEND QMGR CLUSTER(CL) MODE(FORCE)',
  'RESUME QMGR CLUSTER(CL)',
  'ALTER QMGR CLWLUSEQ(ANY) CLWLMRUC(1)',
  'ALTER QMGR DEFCLXQ(CHANNEL)',
  'DEFINE QLOCAL(XMIT) USAGE(XMITQ) CLCHNAME(CL.*) MAXDEPTH(5) REPLACE',
  'RECOVER CFSTRUCT(S)',
  'ALTER QMGR IGQ(ENABLED)',
  'REFRESH CLUSTER(CL)',
  'RESET CLUSTER(CL) ACTION(FORCEREMOVE) QMNAME(QM2) QUEUES(YES)',
].map((command) => command.replaceAll('" "', "' '"));

const action = fc.oneof(
  fc
    .tuple(fc.constantFrom('fail-', 'fail-', 'stop-', 'start-', 'start-', 'switch-over'), anyName)
    .map(([verb, qm]) => `do: ${verb.replace(/-$/, '-queue-manager')}, queueManager: ${qm}`),
  fc
    .tuple(fc.constantFrom('break', 'repair'), anyName, anyName)
    .filter(([, from, to]) => from !== to)
    .map(([verb, from, to]) => `do: ${verb}-link, from: ${from}, to: ${to}`),
  fc
    .tuple(fc.constantFrom('stop', 'start'), fc.constantFrom('a0', 'a1', 'a2'))
    .map(([verb, application]) => `do: ${verb}-application, application: ${application}`),
  fc
    .tuple(fc.constantFrom('a1', 'a2'), fc.constantFrom('commit', 'backout'))
    .map(([name, how]) => `do: resolve-transactions, application: ${name}, action: ${how}`),
  fc.constant('do: fail-structure, queueSharingGroup: G, structure: S'),
  fc
    .tuple(anyName, fc.constantFrom(...commands))
    .map(([qm, command]) => `do: mqsc, queueManager: ${qm}, command: "${command}"`),
);

const moment = fc.oneof(
  { weight: 4, arbitrary: anyTime.map((at) => `at: ${at}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a1', 'a2'), fc.constantFrom('prepared', 'decided'))
      .map(([name, is]) => `when: { transaction: ${name}, is: ${is} }`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('in-doubt', 'RUNNING', 'RETRYING'), anyName, anyName)
      .filter(([, from, to]) => from !== to)
      .map(([is, from, to]) => `when: { channel: CL.${to}, from: ${from}, is: ${is} }`),
  },
);

/** The text of a scenario with three applications, random definitions, failures and commands. */
export const randomScenario: fc.Arbitrary<string> = fc
  .record({
    seed: fc.integer({ min: 0, max: 1000 }),
    version: fc.constantFrom('7.5', '9.4'),
    definitions: fc.tuple(definition, definition, definition, definition),
    applications: fc.tuple(producer, fc.oneof(producer, consumer), consumer),
    events: fc.array(fc.tuple(moment, action), { maxLength: 8 }),
    latency: fc.constantFrom('0ms', '1ms', '700ms'),
    start: fc.constantFrom('0ms', '20ms', '3s'),
    bandwidth: fc.constantFrom('100MB/s', '1KB/s'),
    partial: fc.constantFrom('informed', 'informed', 'fresh'),
    until: fc.constantFrom('15s', '3min'),
    machines: fc.constantFrom(
      'queueSharingGroups: { G: { members: [] } }',
      'queueSharingGroups: { G: { members: [] } }',
      'queueSharingGroups: { G: { members: [] } }\nhosts: { S1: [QM1, a1], S2: [QM2, a2] }\ntakeover: { QM1: { after: 2s, host: S2 }, QM2: { after: 900ms, kind: native-ha } }',
      'queueSharingGroups: { G: { members: [] } }\nuniformClusters: { CL: { balance: 500ms } }',
      'queueSharingGroups: { G: { members: [QM1, QM2, QM4], structures: [S] } }',
      'queueSharingGroups: { G: { members: [QM2, QM3], structures: [S] } }\nmonitors: [{ kind: amqsclm, queueManager: QM2, queue: Q3, every: 1s, resend: true }, { kind: amqsclm, queueManager: QM4, queue: Q3, every: 2s }]',
    ),
    assume: fc.constantFrom(
      '{}',
      '{ full-queue: another-instance }',
      '{ retry-drives-rerouting: "yes" }',
      '{ arrival-tries-first: message-retry }',
    ),
  })
  .map(({ seed, version, definitions: [q1, q2, q3, q4], applications, events, latency, start, bandwidth, ...rest }) =>
    cluster(
      { QM1: q1, QM2: q2, QM3: q3, QM4: q4 },
      [
        `seed: ${seed}`,
        `mqVersion: "${version}"`,
        `until: ${rest.until}`,
        `assume: ${rest.assume}`,
        rest.machines,
        `network: { latency: ${latency}, channelStart: ${start}, bandwidth: ${bandwidth}, partialRepositories: ${rest.partial} }`,
        'applications:',
        ...applications.map((make, i) => make(`a${i}`)),
        events.length === 0 ? 'events: []' : 'events:',
        ...events.map(([when, what]) => `  - { ${when}, ${what} }`),
      ].join('\n'),
    ),
  );
