/*
 * Simulation speed, side by side in one run: the engine with everything MQ does, a toy network on typed arrays that does
 * nothing but move messages in batches, counters that move no messages at all, the bare event queue under the engine, and simjs
 * with a plain network of stores. Processor time of the thread, the best of some rounds. Absolute figures differ between
 * machines; the ratios count.
 *
 * What is fair in it and what is not. The toy used to be what is called counters now: cheaper than a network of
 * messages, batches and a choice, so the engine looked worse. Events are counted alike, one for each thing taken from the event
 * queue; but the engine takes some 7.5 for a message and the toys 4 or fewer, and what the engine takes more of is cheap (pumps
 * and wakes that are due at once). So a ratio in events flatters the engine, and the one in messages beside it says how much.
 *
 *   node test/bench/sim.bench.ts [messages]
 */

import { amend } from '#core/sim/amend.ts';
import { makeEventQueue, popEvent, pushEvent } from '#core/sim/event-queue.ts';
import { cursorOf } from '#core/sim/picture.ts';
import { recordRun, run } from '#core/sim/run.ts';
import { planFrom } from '../support/scenario.ts';
import { collect } from './collect.ts';
import { counters, type Speed, toyNetwork } from './sim-toy.ts';
import { median, milliseconds } from './statistics.ts';

const messages = Number(process.argv[2] ?? 100_000);
const sizes = [4, 50, 200] as const;
const rounds = 5;

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
    { name: 'toy network', run: () => toyNetwork(queueManagers, messages) },
    { name: 'counters', run: () => counters(queueManagers / 2, messages) },
    { name: 'bare event queue', run: () => hold(queueManagers * 4, messages * 8) },
    { name: 'simjs', run: () => runSimJs(simjs, queueManagers / 2) },
  ];
  const best = contestants.map(() => ({ events: 0, messages: 0 }));
  for (let round = 0; round < rounds; round++) {
    for (const [i, contestant] of contestants.entries()) {
      let done: Speed = { events: 0, messages: 0 };
      const seconds = secondsOf(() => {
        done = contestant.run();
      });
      const known = best[i];
      if (known === undefined) continue;
      known.events = Math.max(known.events, done.events / seconds);
      known.messages = Math.max(known.messages, done.messages / seconds);
    }
  }
  const speedOf = (name: string) => best[contestants.findIndex((each) => each.name === name)];
  console.log(`${queueManagers} queue managers`);
  contestants.forEach(({ name }, i) => {
    const { events = 0, messages: consumed = 0 } = best[i] ?? {};
    const ratios = [
      `${(consumed / (speedOf('simjs')?.messages ?? 1)).toFixed(2)} x simjs in messages`,
      ...['toy network', 'counters'].map((name) => {
        const other = speedOf(name) ?? { events: 1, messages: 1 };
        return `${(events / other.events).toFixed(2)} x ${name} in events, ${(consumed / other.messages).toFixed(2)} in messages`;
      }),
    ];
    console.log(
      `  ${name.padEnd(20)} ${(events / 1e6).toFixed(2).padStart(7)} M events/s  ${(consumed / 1e3).toFixed(0).padStart(6)} k messages/s  ${consumed === 0 ? '' : ratios.join(', ')}`,
    );
  });
}
showQueued();
showScrubbing();

/** What a message costs that waits, and what the engine is like when very many do. */
function showQueued(): void {
  const plan = planFrom(waiting(4 * messages));
  collect();
  const before = process.memoryUsage();
  const trace = run(plan, { detail: 'off' });
  const after = process.memoryUsage();
  const bytes = after.arrayBuffers - before.arrayBuffers + Math.max(0, after.heapUsed - before.heapUsed);
  const waits = trace.outcome.totals.inTransit + trace.outcome.totals.waiting + trace.outcome.totals.marooned;
  console.log(
    `${waits} messages wait: ${(bytes / waits).toFixed(0)} bytes each, with all that the run made, garbage too`,
  );
}

/** To any moment of a long trace, and a failure clicked into its middle. */
function showScrubbing(): void {
  const plan = planFrom(network(50));
  let recording = recordRun(plan);
  const { trace } = recording;
  const cursor = cursorOf(trace);
  const first = secondsOf(() => cursor.at(trace.log.length));
  const jumps = Array.from({ length: 200 }, (_, i) => (i * 7919 * 131) % trace.log.length);
  const times = jumps.map((index) => 1000 * secondsOf(() => cursor.at(index)));
  console.log(
    `scrubbing in ${trace.log.length} events: median ${milliseconds(median(times))}, longest ${milliseconds(Math.max(...times))}; first look at the end ${milliseconds(1000 * first)}`,
  );
  const endUs = trace.log.atUs[trace.log.length - 1] ?? 0;
  const failed = amend(plan, {
    events: [{ atUs: Math.round(endUs * 0.9), action: { do: 'fail-queue-manager', queueManager: 'QM3' } }],
  });
  const resumed = secondsOf(() => {
    recording = recordRun(failed, recording);
  });
  const straight = secondsOf(() => run(failed, { detail: 'full' }));
  console.log(
    `a failure near the end: ${milliseconds(1000 * resumed)} from a checkpoint, ${milliseconds(1000 * straight)} from the start`,
  );
}

function secondsOf(work: () => void): number {
  const started = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(started);
  return (user + system) / 1e6;
}

/** Nobody reads: messages pile up on the transmission queue of a channel that has no partner. */
function waiting(count: number): string {
  return [
    'until: 30d',
    'definitions:',
    '  QM1: ""',
    '  QM2: "DEFINE QLOCAL(Q) CLUSTER(CL) DEFBIND(NOTFIXED) DEFPSIST(YES)"',
    'clusters: { CL: { members: [QM1, QM2], fullRepositories: [QM1, QM2] } }',
    'applications:',
    `  - { name: p, kind: producer, queueManager: QM1, queue: Q, count: ${count}, every: 1ms, startAt: 1s }`,
    'events:',
    '  - { at: 0s, do: fail-queue-manager, queueManager: QM2 }',
  ].join('\n');
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
