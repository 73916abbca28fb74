/*
 * One very large run: 1,000 queue managers, 10,000 clustered queues, 10 million messages, in one thread. Prints the time, the
 * peak of the memory and the speed, beside a tenth of it, so that what a message costs can be compared. A line for every few
 * million events says how far it is. With a third argument it ends after so many seconds, with what is done by then.
 *
 *   node --max-old-space-size=2048 test/bench/sim-large.bench.ts [messages] [queue managers] [seconds]
 */
import { run } from '#core/sim/run.ts';
import { planFrom } from '../support/scenario.ts';
import { simEstate } from './sim-estate.ts';

const messages = Number(process.argv[2] ?? 10_000_000);
const queueManagers = Number(process.argv[3] ?? 1000);
const mostSeconds = Number(process.argv[4] ?? Infinity);
const queuesEach = 10;

for (const share of [0.1, 1]) {
  const size = Math.max(4, Math.round(queueManagers * share));
  const plan = planFrom(simEstate({ queueManagers: size, queuesEach, messages: Math.round(messages * share) }));
  const began = performance.now();
  const started = process.threadCpuUsage();
  const { events, totals } = run(plan, { detail: 'off', mostEvents: 1e12, isCancelled: progress(began) }).outcome;
  const { user, system } = process.threadCpuUsage(started);
  const seconds = (user + system) / 1e6;
  console.log(
    `${size} queue managers, ${size * queuesEach} queues, ${totals.put} messages put, ${totals.consumed} consumed: ${seconds.toFixed(0)} s of processor time (${((performance.now() - began) / 1000).toFixed(0)} s), ${(events / 1e6 / seconds).toFixed(2)} M events/s, ${(totals.consumed / 1e3 / seconds).toFixed(0)} k messages/s, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
  );
}

/** The engine asks every 16,384 events whether to go on. */
function progress(began: number): () => boolean {
  let asked = 0;
  return () => {
    const seconds = (performance.now() - began) / 1000;
    if (++asked % 256 === 0)
      console.log(
        `  ${((asked * 16384) / 1e6).toFixed(0)} M events after ${seconds.toFixed(0)} s, ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MiB`,
      );
    return seconds > mostSeconds;
  };
}
