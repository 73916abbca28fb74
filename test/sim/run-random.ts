import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { printScenario } from '#core/scenario/print-scenario.ts';
import { type RandomRuns, randomRuns } from './random-runs.ts';

/** `npm run test:random -- --runs N --seed S [--save FILE]`: random runs of the simulator; the first that breaks what holds always is printed as a scenario. */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' }, save: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.floor(Date.now() / 1000));
console.log(`--runs ${values.runs} --seed ${seed}`);
const result = randomRuns({ runs: Number(values.runs), seed, progress: report });
if (result.failure !== undefined || result.runs % 20_000 > 0) report(result);
if (result.failure !== undefined) {
  const text = printScenario(result.failure.plan);
  if (values.save === undefined) console.log(`${result.failure.message}\n\n${text}`);
  else writeFileSync(values.save, text);
  process.exitCode = 1;
}

function report({ runs, events, puts, violations, failure }: RandomRuns): void {
  const seconds = Math.round(process.cpuUsage().user / 1e6);
  console.log(
    `${runs} runs, ${puts} messages, ${events} events, ${seconds} s of the processor; needs broken in runs: ${JSON.stringify(violations)}; ${failure ? 'FAILED' : 'all held'}`,
  );
}
