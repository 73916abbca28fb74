export interface SimEstate {
  readonly queueManagers: number;
  readonly queuesEach: number;
  /** Of all producers together. */
  readonly messages: number;
  readonly isPersistent?: boolean;
}

/** A scenario: each queue manager hosts its queues, each on one other queue manager too, and puts to as many elsewhere; two readers for each queue. */
export function simEstate({ queueManagers: size, queuesEach, messages, isPersistent = false }: SimEstate): string {
  const names = Array.from({ length: size }, (_, i) => `QM${i}`);
  const queueAt = (host: number, i: number) => `Q.${(host * queuesEach + i) % (size * queuesEach)}`;
  const before = (host: number) => (host + size - 1) % size;
  const farther = size > 7 ? 7 : 2;
  const persistence = isPersistent ? ' DEFPSIST(YES)' : '';
  const hosts = (host: number) =>
    Array.from({ length: queuesEach }, (_, i) => [host, before(host)].map((owner) => queueAt(owner, i)))
      .flatMap((both) => [...new Set(both)])
      .map((queue) => `DEFINE QLOCAL(${queue}) CLUSTER(CL) DEFBIND(NOTFIXED)${persistence}`)
      .join('\n');
  const perProducer = Math.round(messages / (size * queuesEach));
  return [
    'until: 30d',
    'definitions:',
    ...names.map((name, i) => `  ${name}: ${JSON.stringify(hosts(i))}`),
    `clusters: { CL: { members: [${names.join(', ')}], fullRepositories: [QM0, QM1] } }`,
    'applications:',
    ...names.flatMap((name, i) =>
      Array.from({ length: queuesEach }, (_, k) => [
        `  - { name: p${i}.${k}, kind: producer, queueManager: ${name}, queue: ${queueAt((i + farther) % size, k)}, count: ${perProducer}, every: 20ms, arrival: exponential }`,
        `  - { name: r${i}.${k}, kind: consumer, queueManager: ${name}, queue: ${queueAt(i, k)}, service: { time: 1ms } }`,
        `  - { name: s${i}.${k}, kind: consumer, queueManager: ${name}, queue: ${queueAt(before(i), k)}, service: { time: 1ms } }`,
      ]).flat(),
    ),
  ].join('\n');
}
