import * as fc from 'fast-check';
import type { PlainCluster, PlainQueueManager, PlainReceiver } from './plain-workload.ts';

/** A random cluster, once as the plain implementation takes it and once as a scenario that puts to its queue. */
export interface RandomWorkload {
  readonly cluster: PlainCluster;
  /** Where the messages are put. */
  readonly choosers: readonly string[];
  readonly scenario: string;
}

const clusterNames = ['CL', 'CX'] as const;

const receiver = fc.record({
  clusters: fc.constantFrom('first', 'first', 'all'),
  rank: fc.constantFrom(0, 0, 0, 0, 1, 2),
  priority: fc.constantFrom(0, 0, 0, 3),
  networkPriority: fc.constantFrom(0, 0, 1, 2),
  weight: fc.constantFrom(50, 50, 50, 50, 1, 20, 40, 99),
});

const queue = fc.record({
  inSecond: fc.boolean(),
  rank: fc.constantFrom(0, 0, 0, 0, 1),
  priority: fc.constantFrom(0, 0, 0, 5),
  isPutEnabled: fc.constantFrom(true, true, true, false),
  useQueue: fc.constantFrom('QMGR' as const, 'ANY' as const, 'ANY' as const, 'LOCAL' as const),
});

const queueManager = fc.record({
  inBoth: fc.boolean(),
  useQueue: fc.constantFrom('LOCAL' as const, 'ANY' as const),
  mostRecent: fc.constantFrom(999_999_999, 999_999_999, 1, 2),
  isSuspended: fc.constantFrom(false, false, false, true),
  receivers: fc.array(receiver, { minLength: 1, maxLength: 3 }),
  queue: fc.option(queue, { nil: undefined, freq: 4 }),
});

const trouble = fc.oneof(
  fc.tuple(fc.constant('link' as const), fc.nat(5), fc.nat(5)),
  fc.tuple(fc.constant('stopped' as const), fc.nat(5), fc.nat(5)),
);

export const randomWorkload: fc.Arbitrary<RandomWorkload> = fc
  .record({
    isNewOrder: fc.boolean(),
    members: fc.array(queueManager, { minLength: 2, maxLength: 6 }),
    choosers: fc.tuple(fc.nat(5), fc.nat(5)),
    troubles: fc.array(trouble, { maxLength: 4 }),
    puts: fc.integer({ min: 5, max: 40 }),
    seed: fc.nat(1000),
  })
  .map(({ isNewOrder, members, choosers, troubles, puts, seed }) => {
    const queueManagers = members.map(made);
    const at = (index: number) => queueManagers[index % queueManagers.length] as PlainQueueManager;
    const names = [...new Set(choosers.map((index) => at(index).name))];
    const scenario = [
      'version: 1',
      `seed: ${seed}`,
      'until: 300s',
      `mqVersion: "${isNewOrder ? '9.4' : '7.5'}"`,
      'definitions:',
      ...queueManagers.map((each) => `  ${each.name}: ${JSON.stringify(mqscOf(each))}`),
      'clusters:',
      ...clusterNames
        .map((name) => ({ name, in: queueManagers.filter(({ clusters }) => clusters.includes(name)) }))
        .filter((each) => each.in.length > 0)
        .map(
          (each) =>
            `  ${each.name}: { members: [${each.in.map(({ name }) => name).join(', ')}], fullRepositories: [${each.in[0]?.name}] }`,
        ),
      'applications:',
      // A second apart and never at the same time, so that each decision meets channels that have settled.
      ...names.map(
        (name, i) =>
          `  - { name: put-${name}, kind: producer, queueManager: ${name}, queue: Q, bind: not-fixed, verb: MQPUT, count: ${puts}, every: 3s, startAt: ${10_007 + 977 * i}ms }`,
      ),
      'events:',
      ...queueManagers.flatMap(({ name, suspendedIn }) =>
        suspendedIn.map(
          (cluster) => `  - { at: 1ms, do: mqsc, queueManager: ${name}, command: "SUSPEND QMGR CLUSTER(${cluster})" }`,
        ),
      ),
      // Later than that everybody knows who is suspended.
      ...troubles.flatMap(([kind, a, b]) => {
        const [from, to] = [at(a), at(b)];
        if (from === to) return [];
        return kind === 'link'
          ? [
              `  - { at: 5s, do: break-link, from: ${from.name}, to: ${to.name} }`,
              `  - { at: ${61 + a}s, do: repair-link, from: ${from.name}, to: ${to.name} }`,
            ]
          : to.receivers
              .slice(0, 1)
              .flatMap(({ name }) => [
                `  - { at: 6s, do: mqsc, queueManager: ${from.name}, command: "STOP CHANNEL(${name})" }`,
                `  - { at: ${71 + b}s, do: mqsc, queueManager: ${from.name}, command: "START CHANNEL(${name})" }`,
              ]);
      }),
      '  - { at: 299s, do: mqsc, queueManager: QM1, command: "RESUME QMGR CLUSTER(CL)" }',
    ].join('\n');
    return { cluster: { isNewOrder, queueManagers }, choosers: names, scenario };
  });

type Drawn = typeof queueManager extends fc.Arbitrary<infer T> ? T : never;

function made(drawn: Drawn, index: number): PlainQueueManager {
  const name = `QM${index + 1}`;
  const clusters = drawn.inBoth ? [...clusterNames] : ['CL'];
  return {
    name,
    clusters,
    useQueue: drawn.useQueue,
    mostRecent: drawn.mostRecent,
    suspendedIn: drawn.isSuspended ? ['CL'] : [],
    receivers: drawn.receivers.map(
      ({ clusters: reach, ...rest }, i): PlainReceiver => ({
        ...rest,
        name: `TO.${name}.${'ABC'[i]}`,
        clusters: reach === 'all' || i === 0 ? clusters : ['CL'],
      }),
    ),
    queue: drawn.queue && { ...drawn.queue, cluster: drawn.queue.inSecond && drawn.inBoth ? 'CX' : 'CL' },
  };
}

function mqscOf({ name, receivers, queue: instance, useQueue, mostRecent }: PlainQueueManager): string {
  return [
    `ALTER QMGR CLWLUSEQ(${useQueue}) CLWLMRUC(${mostRecent})`,
    `DEFINE NAMELIST(BOTH) NAMES(${clusterNames.join(', ')})`,
    ...receivers.map(
      (each) =>
        `DEFINE CHANNEL(${each.name}) CHLTYPE(CLUSRCVR) TRPTYPE(TCP) CONNAME('${name.toLowerCase()}(1414)') ` +
        `${each.clusters.length > 1 ? 'CLUSNL(BOTH)' : `CLUSTER(${each.clusters[0]})`} CLWLRANK(${each.rank}) ` +
        `CLWLPRTY(${each.priority}) NETPRTY(${each.networkPriority}) CLWLWGHT(${each.weight}) SHORTTMR(1)`,
    ),
    ...(instance
      ? [
          `DEFINE QLOCAL(Q) CLUSTER(${instance.cluster}) DEFBIND(NOTFIXED) PUT(${instance.isPutEnabled ? 'ENABLED' : 'DISABLED'}) ` +
            `CLWLRANK(${instance.rank}) CLWLPRTY(${instance.priority}) CLWLUSEQ(${instance.useQueue})`,
        ]
      : []),
  ].join('\n');
}
