import { makeCommand, makeMqsc, makeWord } from './make-mqsc.ts';
import type { Random } from './random.ts';

/** A YAML file with MQSC in block and quoted scalars, or near them. */
export function makeEmbedding(random: Random): string {
  const quoted = (): string => {
    const body = makeMqsc(random, 3);
    const value = random.oneIn(2) ? JSON.stringify(body) : `'${body.replaceAll("'", "''")}'`;
    const broken = random.oneIn(3)
      ? value.replaceAll(/\\n|\n/g, () => random.pick(['\n\n    ', '\\n', '\\\n  ', '\n  ']))
      : value;
    const key = random.pick(keys);
    return random.oneIn(4) ? `${key}: { "a.mqsc": ${broken}, b: [${value}] }\n` : `${key}: ${broken}\n`;
  };
  const scalar = (): string => {
    if (random.oneIn(3)) return quoted();
    const indent = random.pick(['  ', '    ', '      ', ' ']);
    const body = makeMqsc(random, 3)
      .split('\n')
      .map((line) => (line === '' && random.oneIn(2) ? '' : indent + line));
    return `${random.pick(keys)}: ${random.pick(styles)}${random.pick(afterStyle)}\n${body.join('\n')}\n`;
  };
  const head = random.pick([
    '',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: qm1-mqsc}\ndata:\n',
    '\ufeff',
    '---\n',
    '%YAML 1.2\n---\n',
  ]);
  return head + random.some(3, scalar) + random.pick(['', 'x: &a [*a]\n', '---\n', '...\n', '\t', '- ? : -\n']);
}

/** An estate file, right in most of its parts. */
export function makeEstateFile(random: Random): string {
  const value = (): string => (random.oneIn(6) ? random.pick(oddValues) : makeWord(random));
  const files = (): string =>
    random.pick([
      '[QM1.mqsc]',
      '[common.mqsc, QM2.mqsc]',
      '["**/*.mqsc"]',
      'QM1.mqsc',
      '[]',
      '[../x, "[", "{a,b}*"]',
      '~',
    ]);
  const parts = [
    () => 'version: 1\n',
    () =>
      `queueManagers:\n${random.some(4, () => `  ${random.pick(['QM1', 'QM2', 'QM3', value()])}: { files: ${files()}, host: ${value()}, platform: ${random.pick(['multiplatforms', 'zos', 'x'])}, mqVersion: ${random.pick(['"9.4"', '9.4', '"7.5"', '[]'])} }\n`)}`,
    () =>
      `uniformClusters:\n  ${value()}: { members: [QM1, ${value()}], fullRepositories: [QM1], files: ${files()} }\n`,
    () => `queueSharingGroups: { QSG1: { members: [${value()}, P2] } }\n`,
    () =>
      `consumers:\n${random.some(3, () => `  - { application: ${value()}, host: ${value()}, queueManager: QM1, queue: ${value()} }\n`)}`,
    () =>
      `ordering:\n${random.some(3, () => `  - { queue: ${value()}, needs: ${random.pick(['sequence', 'group', 'complete-batch', 'reply-to-requester', 'x'])} }\n`)}  - { queues: [Q1, ${value()}], needs: same-queue-manager }\n`,
    () =>
      `rules: { clone-defbind-differs: ${random.pick(['off', 'error', 'x'])}, clone-attribute-differs: { severity: info, mayDiffer: [${value()}] }, ${value()}: hint }\n`,
    () => `ignore: [${random.pick(['legacy/**', '*', '"["'])}]\n`,
    () => `${random.pick(oddLines)}\n`,
  ] as const;
  return parts
    .filter(() => !random.oneIn(3))
    .map((part) => part())
    .join('');
}

/** A scenario, with its own definitions or on the estate. */
export function makeScenario(random: Random): string {
  const value = (): string =>
    random.oneIn(8) ? random.pick(oddValues) : random.pick(['QM1', 'QM2', 'Q1', 'ORDERS', 'CL']);
  const manager = (): string => (random.oneIn(20) ? value() : random.pick(['QM1', 'QM2', 'QM3']));
  const queue = (): string => (random.oneIn(15) ? value() : random.pick(['Q1', 'ORDERS']));
  const time = (): string => random.pick(['0s', '1ms', '10ms', '1s', '5s', '-1s', '1', '9999999h', '1us', 'x']);
  const usual = (): string => random.pick(['0ms', '1ms', '10ms', '500ms', random.oneIn(5) ? time() : '1s']);
  const definitions = (): string =>
    `definitions:\n${['QM1', 'QM2', 'QM3'].map((name) => `  ${name}: |\n    DEFINE QLOCAL(Q1) CLUSTER(CL) DEFBIND(${random.pick(['OPEN', 'NOTFIXED', 'GROUP', 'X'])})\n    ${random.oneIn(2) ? makeCommand(random).replaceAll(/[\r\n]/g, '\n    ') : ''}\n`).join('')}clusters: { CL: { members: [QM1, QM2, ${manager()}], fullRepositories: [QM1] } }\n`;
  const application = (_: unknown, index: number): string =>
    random.oneIn(2)
      ? `  - { name: a${index}, kind: producer, queueManager: ${manager()}, queue: ${queue()}, bind: ${random.pick(['as-q-def', 'on-open', 'not-fixed', 'on-group', 'x'])}, count: ${random.pick([1, 5, 30, -1, 1e9])}, every: ${usual()}, startAt: ${usual()}, reopenAfter: ${random.pick([0, 3, -2])}, message: { size: ${random.pick(['1KB', '0B', '100MB', 'x'])}, expiry: ${random.pick(['none', '1s'])} }, group: { size: ${random.pick([1, 3, 0])}, logicalOrder: true }, syncpoint: ${random.pick([1, 4, 0])} }\n`
      : `  - { name: a${index}, kind: consumer, queueManager: ${manager()}, queue: ${queue()}, sessions: ${random.pick([1, 2, 0, 1e6])}, service: { time: ${usual()}, distribution: ${random.pick(['constant', 'exponential'])} }, poison: [${random.pick([1, 3, -1])}], failureRate: ${random.pick([0, 0.5, 1, 7])}, maxRetries: ${random.pick([-1, 0, 2])}, reconnect: ${random.pick(['no', 'any', 'same-queue-manager'])} }\n`;
  const event = (): string =>
    `  - { ${random.oneIn(4) ? `when: { channel: CL.QM2, from: ${manager()}, is: ${random.pick(['in-doubt', 'RUNNING', 'x'])} }` : `at: ${usual()}`}, do: ${random.pick(
      [
        `fail-queue-manager, queueManager: ${manager()}`,
        `start-queue-manager, queueManager: ${manager()}`,
        `stop-queue-manager, queueManager: ${manager()}`,
        `break-link, from: ${manager()}, to: ${manager()}`,
        `repair-link, from: ${manager()}, to: ${manager()}`,
        `fail-host, host: S1`,
        `stop-application, application: a0`,
        `mqsc, queueManager: ${manager()}, command: ${JSON.stringify(makeCommand(random))}`,
        `mqsc, queueManager: ${manager()}, command: "ALTER QLOCAL(Q1) PUT(DISABLED)"`,
        `mqsc, queueManager: ${manager()}, command: "STOP CHANNEL(CL.QM2)"`,
        value(),
      ],
    )} }\n`;
  const many = (most: number, make: (_: unknown, index: number) => string): string =>
    Array.from({ length: random.below(most + 1) }, make).join('');
  const parts = [
    () => 'version: 1\nname: Made up\n',
    () => `seed: ${random.pick(['1', '-5', '1e300', 'x'])}\n`,
    () => `until: ${random.pick(['2s', '20s', '1min', usual()])}\n`,
    () => `mqVersion: ${random.pick(['"9.4"', '"7.5"', '10'])}\n`,
    () => (random.oneIn(3) ? `estate: ${random.pick(['./mqsc.yaml', '../x/mqsc.yaml', '""', '[]'])}\n` : definitions()),
    () => `hosts: { S1: [QM1, a0], S2: [${value()}] }\n`,
    () =>
      `network: { latency: ${usual()}, channelStart: ${usual()}, bandwidth: ${random.pick(['100MB/s', '1KB/s', '0B/s', 'x'])}, links: [] }\n`,
    () => `applications:\n${many(4, application)}`,
    () => `monitors: [{ kind: amqsclm, queueManager: QM1, queue: Q1, every: ${usual()}, resend: true }]\n`,
    () => `events:\n${many(4, event)}`,
    () =>
      `expect:\n${many(3, () => `  - ${JSON.stringify(random.pick(['totals.lost == 0', 'queues.QM2.Q1.arrived >= (1', '((((1', 'a.b.c', '1/0 == -1', 'totals.put + 1', '']))}\n`)}`,
    () => (random.oneIn(3) ? `${random.pick(oddLines)}\n` : ''),
  ] as const;
  return parts
    .filter(() => !random.oneIn(7))
    .map((part) => part())
    .join('');
}

const keys = [
  'qm1.mqsc',
  '  a.mqsc',
  '  config.mqsc',
  'mqsc',
  '  - mqsc',
  'spec.mqsc',
  'x',
  '  "q m.mqsc"',
  'stringData.mqsc',
] as const;
const styles = ['|', '|', '|-', '|+', '>', '>-', '|2', '|4-', '>+1', '|9', '"', "'"] as const;
const afterStyle = ['', '', '', ' ', ' # comment', '\t'] as const;
const oddValues = [
  '{}',
  '[]',
  '~',
  '*a',
  '&a',
  '"',
  "'",
  '1e999',
  '!!binary x',
  '{{ x }}',
  '- -',
  '__proto__',
  'constructor',
  '?',
  '""',
  '2024-01-01',
  '\ud83d',
  '<<',
] as const;
const oddLines = [
  '<<: *a',
  '__proto__: { version: 1 }',
  '? [a]: b',
  'version: 1',
  'x: !!set {a}',
  '\tx: y',
  '---',
  '...',
  '- a',
  '"',
  'definitions: [',
  '{',
  '&a x: *a',
  'queueManagers: &q { QM1: *q }',
] as const;
