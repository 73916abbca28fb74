/*
 * Simulation speed, side by side in one run: the engine with everything MQ does, the bare event queue under it, and
 * simjs with a plain network of stores (producer, channel with latency, reader) that knows nothing of MQ. Absolute
 * figures differ between machines; the ratios count.
 *
 *   node test/bench/sim.bench.ts [messages]
 */
import { makeEventQueue, popEvent, pushEvent } from '#core/sim/event-queue.ts';
import { run } from '#core/sim/run.ts';
import { planFrom } from '../support/scenario.ts';

const messages = Number(process.argv[2] ?? 100_000);
const sizes = [4, 50, 200] as const;
const rounds = 3;

interface Speed {
  readonly events: number;
  readonly messages: number;
}

const simjs = await loadSimJs();
for (const queueManagers of sizes) {
  const plan = planFrom(network(queueManagers));
  const contestants: readonly { readonly name: string; readonly run: () => Speed }[] = [
    {
      name: 'engine, trace off',
      run: () => {
        const { events, totals } = run(plan, { detail: 'off' }).outcome;
        return { events, messages: totals.consumed };
      },
    },
    { name: 'bare event queue', run: () => hold(queueManagers * 4, messages * 8) },
    { name: 'simjs', run: () => runSimJs(simjs, queueManagers / 2) },
  ];
  const best = contestants.map(() => ({ events: 0, messages: 0 }));
  for (let round = 0; round < rounds; round++) {
    for (const [i, contestant] of contestants.entries()) {
      const begun = performance.now();
      const done = contestant.run();
      const seconds = (performance.now() - begun) / 1000;
      const known = best[i];
      if (known === undefined) continue;
      known.events = Math.max(known.events, done.events / seconds);
      known.messages = Math.max(known.messages, done.messages / seconds);
    }
  }
  const peer = best.at(-1);
  console.log(`${queueManagers} queue managers`);
  contestants.forEach(({ name }, i) => {
    const { events = 0, messages: consumed = 0 } = best[i] ?? {};
    const ratio = peer === undefined || peer.messages === 0 ? '' : `${(consumed / peer.messages).toFixed(2)} x simjs`;
    console.log(
      `  ${name.padEnd(20)} ${(events / 1e6).toFixed(2).padStart(7)} M events/s  ${(consumed / 1e3).toFixed(0).padStart(6)} k messages/s  ${consumed === 0 ? '' : ratio}`,
    );
  });
}

/** Every other queue manager puts to a clustered queue that two of the others host and read. */
function network(size: number): string {
  const names = Array.from({ length: size }, (_, i) => `QM${i}`);
  const queue = (i: number) => `WORK${i >> 2}`;
  const hosts = (i: number) => `DEFINE QLOCAL(${queue(i)}) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES)`;
  const count = Math.round(messages / (size / 2));
  return [
    'until: 30d',
    'definitions:',
    ...names.map((name, i) => `  ${name}: "${i % 2 === 1 ? hosts(i) : ''}"`),
    `clusters: { CL: { members: [${names.join(', ')}], fullRepositories: [QM0, QM1] } }`,
    'applications:',
    ...names.map((name, i) =>
      i % 2 === 1
        ? `  - { name: r${i}, kind: consumer, queueManager: ${name}, queue: ${queue(i)}, service: { time: 1ms } }`
        : `  - { name: p${i}, kind: producer, queueManager: ${name}, queue: ${queue(i)}, count: ${count}, every: 2ms, arrival: exponential }`,
    ),
  ].join('\n');
}

/** The hold model: take the next event, schedule another. */
function hold(pending: number, events: number): Speed {
  const queue = makeEventQueue();
  for (let i = 0; i < pending; i++) pushEvent(queue, i, 0, i, 0, 0);
  for (let i = 0; i < events; i++) {
    popEvent(queue);
    pushEvent(queue, queue.current.atUs + ((i * 7919) % 1000), 0, i, 0, 0);
  }
  return { events, messages: 0 };
}

interface SimJs {
  readonly Sim: new () => {
    addEntity(entity: unknown): unknown;
    simulate(until: number): void;
    readonly queue: { remove(): unknown };
  };
  readonly Store: new (capacity: number) => object;
  readonly Entity: new (...given: readonly unknown[]) => SimJsEntity;
}
interface SimJsEntity {
  setTimer(duration: number): { done(then: () => void): void };
  putStore(store: object, thing: object): { done(then: () => void): void };
  getStore(store: object): { done(then: () => void): void };
}

/** The package registers itself with the page it believes to be in. */
async function loadSimJs(): Promise<SimJs> {
  const page: { Sim?: SimJs } = {};
  Object.assign(globalThis, { window: page });
  await import('simjs');
  if (page.Sim === undefined) throw new Error('simjs did not register itself');
  return page.Sim;
}

/** A line is a producer, a channel with a latency, and a reader. */
function runSimJs({ Sim, Store, Entity }: SimJs, lines: number): Speed {
  const sim = new Sim();
  const perLine = Math.round(messages / lines);
  let consumed = 0;
  let events = 0;
  const { queue } = sim;
  const remove = queue.remove.bind(queue);
  queue.remove = () => {
    events++;
    return remove();
  };
  for (let line = 0; line < lines; line++) {
    const transmission = new Store(1_000_000_000);
    const target = new Store(1_000_000_000);
    let left = perLine;
    class Producer extends Entity {
      start(): void {
        if (left-- <= 0) return;
        this.setTimer(-Math.log(1 - Math.random()) * 2).done(() =>
          this.putStore(transmission, {}).done(() => this.start()),
        );
      }
    }
    class Channel extends Entity {
      start(): void {
        this.getStore(transmission).done(() =>
          this.setTimer(1).done(() => this.putStore(target, {}).done(() => this.start())),
        );
      }
    }
    class Reader extends Entity {
      start(): void {
        this.getStore(target).done(() =>
          this.setTimer(1).done(() => {
            consumed++;
            this.start();
          }),
        );
      }
    }
    for (const entity of [Producer, Channel, Reader]) sim.addEntity(entity);
  }
  sim.simulate(Number.MAX_SAFE_INTEGER);
  return { events, messages: consumed };
}
