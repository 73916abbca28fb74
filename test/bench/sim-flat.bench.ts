/*
 * What an event and a message cost when there are more queue managers, queues and messages: it should be the same, but for the
 * heap's logarithm and for memory that the processor's cache does not hold. The toy network of the same size stands beside, which
 * has hardly any memory to look at: what grows there is the machine. The time that a run of ten messages for each producer takes
 * is taken off, so that neither setting up nor the first look at each name counts. Processor time of the thread, the best of some rounds.
 *
 *   node test/bench/sim-flat.bench.ts [queue managers, ...]
 */
import { run } from '#core/sim/run.ts';
import { planFrom } from '../support/scenario.ts';
import { simEstate } from './sim-estate.ts';
import { toyNetwork } from './sim-toy.ts';

const sizes = (process.argv[2] ?? '4,100,300,1000').split(',').map(Number);
const queuesEach = 10;
const leastMessages = 400_000;
const leastEach = 100;
const warmUpEach = 10;
const rounds = 3;

for (const isPersistent of [false, true]) {
  console.log(isPersistent ? 'persistent messages, in batches that are confirmed' : 'nonpersistent messages');
  compare(sizes.map((size) => ({ queueManagers: size, each: messagesEach(size), isPersistent })));
}
console.log('more messages of each producer');
compare([100, 1000, 10_000].map((each) => ({ queueManagers: 10, each, isPersistent: true })));

interface Size {
  readonly queueManagers: number;
  /** Messages of a producer. */
  readonly each: number;
  readonly isPersistent: boolean;
}

interface Cost {
  /** Nanoseconds. */
  readonly perEvent: number;
  readonly perMessage: number;
  readonly perToyMessage: number;
}

function compare(all: readonly Size[]): void {
  let first: Cost | undefined;
  for (const size of all) {
    const cost = costOf(size);
    first ??= cost;
    const growth = (of: keyof Cost) => (cost[of] / (first?.[of] ?? 1)).toFixed(2);
    const queues = size.queueManagers * queuesEach;
    console.log(
      `  ${String(queues).padStart(6)} queues, ${String(queues * size.each).padStart(8)} messages: ${cost.perEvent.toFixed(0).padStart(5)} ns an event, ${cost.perMessage.toFixed(0).padStart(5)} ns a message (${growth('perMessage')} x the first); toy ${cost.perToyMessage.toFixed(0)} ns (${growth('perToyMessage')} x)`,
    );
  }
}

function messagesEach(queueManagers: number): number {
  return Math.max(leastEach, Math.round(leastMessages / (queueManagers * queuesEach)));
}

function costOf({ queueManagers, each, isPersistent }: Size): Cost {
  const producers = queueManagers * queuesEach;
  const planOf = (count: number) =>
    planFrom(simEstate({ queueManagers, queuesEach, messages: count * producers, isPersistent }));
  const [short, long] = [planOf(warmUpEach), planOf(each)];
  let best: Cost = { perEvent: Infinity, perMessage: Infinity, perToyMessage: Infinity };
  for (let round = 0; round < rounds; round++) {
    const begun = measure(() => run(short, { detail: 'off', mostEvents: Infinity }).outcome);
    const whole = measure(() => run(long, { detail: 'off', mostEvents: Infinity }).outcome);
    const toy = measure(() => toyNetwork(2 * producers, each * producers));
    const ns = whole.ns - begun.ns;
    best = {
      perEvent: Math.min(best.perEvent, ns / (whole.done.events - begun.done.events)),
      perMessage: Math.min(best.perMessage, ns / (whole.done.totals.consumed - begun.done.totals.consumed)),
      perToyMessage: Math.min(best.perToyMessage, toy.ns / toy.done.messages),
    };
  }
  return best;
}

function measure<T>(work: () => T): { readonly done: T; readonly ns: number } {
  const started = process.threadCpuUsage();
  const done = work();
  const { user, system } = process.threadCpuUsage(started);
  return { done, ns: (user + system) * 1000 };
}
