import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { outcomeMarkdown } from '#core/report/outcome-markdown.ts';
import { outcomeText } from '#core/report/outcome-text.ts';
import { colourStyle, plainStyle } from '#core/report/style.ts';
import type { Outcome } from '#core/sim/trace.ts';
import { parseArguments } from './arguments.ts';
import { type CliCommand, exitCodes, Misuse, type Terminal } from './command.ts';
import { openScenario } from './open-scenario.ts';

export const simulate: CliCommand = {
  name: 'simulate',
  summary: 'runs a scenario and checks what it expects',
  usage: `mqsc simulate SCENARIO [PATH…] [--seed N] [--format text|json|markdown] [--trace FILE]

Runs a *.mqsim.yaml against its own definitions, or the estate around it (or below PATH).
  --seed N      another seed than the scenario's; the same seed and input give the same run
  --format F    text (default), json or markdown
  --trace FILE  writes every event of the run, as JSON
Exit: 1 when an expectation fails, 2 when the scenario cannot be read.`,
  run: async (argv, terminal) => {
    const options = parseArguments(argv, { seed: 'number', format: ['text', 'json', 'markdown'], trace: 'text' });
    const [scenario, ...others] = options.paths;
    if (!scenario) throw new Misuse('mqsc simulate needs a scenario file');
    const { plan, service } = openScenario(scenario, others, terminal);
    if (!plan) return exitCodes.misuse;
    const traceFile = options.text('trace');
    const trace = service.simulate({ ...plan, seed: options.number('seed') ?? plan.seed }, traceFile ? 'full' : 'off');
    if (traceFile) writeFileSync(resolve(terminal.directory, traceFile), `${JSON.stringify(trace)}\n`);
    terminal.out(render(trace.outcome, options.text('format') ?? 'text', terminal));
    return trace.outcome.expectations.every((e) => e.passed) ? exitCodes.fine : exitCodes.found;
  },
};

function render(outcome: Outcome, format: string, terminal: Terminal): string {
  if (format === 'json') return `${JSON.stringify(outcome, undefined, 2)}\n`;
  if (format === 'markdown') return outcomeMarkdown(outcome);
  return outcomeText(outcome, terminal.hasColours ? colourStyle : plainStyle);
}
