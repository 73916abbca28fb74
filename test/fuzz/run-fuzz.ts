import { fuzz } from './fuzz.ts';
import { shallow, thorough } from './run-session.ts';

/** `FUZZ_CASES=N FUZZ_SEED=S [FUZZ_DEPTH=shallow] npm run test:fuzz`: prints the seed, the number of cases, and each failure with its own seed. */
const cases = Number(process.env.FUZZ_CASES ?? 10_000);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Date.now() / 1000));
console.log(`FUZZ_CASES=${cases} FUZZ_SEED=${seed}`);
// A reader of broken YAML makes thousands of errors, whose stacks nobody reads and which take most of the time.
Error.stackTraceLimit = 0;
let told = 0;
let shown = 0;
const since = performance.now();
const result = fuzz({
  cases,
  seed,
  // Of the processor, not of the clock: the machine may be busy with other things.
  now: () => process.cpuUsage().user / 1000,
  slow: 10_000,
  depth: process.env.FUZZ_DEPTH === 'shallow' ? shallow : thorough,
  mostFailures: Number(process.env.FUZZ_FAILURES ?? 50),
  progress: (done, last, failures) => {
    for (const { seed: own, message, steps } of failures.slice(shown))
      console.log(
        `FAILED FUZZ_CASES=${cases} FUZZ_SEED=${own}: ${message.slice(0, 2500)}\nlast step: ${steps.at(-1)?.slice(0, 1500)}\n`,
      );
    shown = failures.length;
    if (done - told < 10_000) return;
    told = done;
    console.log(
      `${done} cases, seed ${last}, ${failures.length} failures, ${Math.round((performance.now() - since) / 1000)} s`,
    );
  },
});
console.log(`${result.cases} cases, ${result.failures.length} failures`);
process.exitCode = result.failures.length > 0 ? 1 : 0;
