import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { differenceText } from '#core/report/difference-text.ts';
import { outcomeMarkdown } from '#core/report/outcome-markdown.ts';
import { outcomeText } from '#core/report/outcome-text.ts';
import { placeText } from '#core/report/place.ts';
import { colourStyle, plainStyle } from '#core/report/style.ts';
import { explainLines } from '#core/service.ts';
import type { Service } from '#core/service-types.ts';
import type { Decision, Outcome, Trace } from '#core/sim/trace.ts';
import { parseArguments } from './arguments.ts';
import { type CliCommand, exitCodes, Misuse, type Terminal } from './command.ts';
import { openScenario } from './open-scenario.ts';

export const simulate: CliCommand = {
  name: 'simulate',
  summary: 'runs a scenario and checks what it expects',
  usage: `mqsc simulate SCENARIO [PATH…] [--seed N] [--format text|json|markdown] [--messages N,… [--explain]] [--sequence FILE] [--trace FILE] [--summary FILE] [--against FILE]

Runs a *.mqsim.yaml against its own definitions, or the estate around it (or below PATH).
  --seed N        another seed than the scenario's; the same seed and input give the same run
  --format F      text (default), json or markdown
  --messages N,…  tells the story of these messages instead, from their puts to where they end
  --explain       with --messages: each choice of a way as well, step by step, with the attribute that decided and its place
  --sequence FILE writes the run, or what became of these messages, as a sequence diagram of Mermaid
  --trace FILE    writes every event of the run, as JSON lines
  --summary FILE  writes how full each queue was over time, and how much each channel had sent, as JSON
  --against FILE  tells where the run parts from the one whose trace the file holds
Exit: 1 when an expectation fails or the run differs, 2 when the scenario or the file cannot be read.`,
  run: async (argv, terminal) => {
    const options = parseArguments(argv, {
      seed: 'number',
      format: ['text', 'json', 'markdown'],
      messages: 'text',
      explain: 'flag',
      sequence: 'text',
      trace: 'text',
      summary: 'text',
      against: 'text',
    });
    const [scenario, ...others] = options.paths;
    if (!scenario) throw new Misuse('mqsc simulate needs a scenario file');
    const messages = messagesIn(options.text('messages'));
    if (options.flag('explain') && !messages) throw new Misuse('--explain goes with --messages');
    const { plan, service, sources } = openScenario(scenario, others, terminal);
    if (!plan) return exitCodes.misuse;
    const file = (name: 'sequence' | 'trace' | 'summary' | 'against') => {
      const given = options.text(name);
      return given === undefined ? undefined : resolve(terminal.directory, given);
    };
    const files = {
      sequence: file('sequence'),
      trace: file('trace'),
      summary: file('summary'),
      against: file('against'),
    };
    const isFull = files.trace || files.against || files.sequence || messages;
    const detail = isFull ? 'full' : files.summary ? 'summary' : 'off';
    const trace = service.simulate({ ...plan, seed: options.number('seed') ?? plan.seed }, detail);
    if (files.trace) writeLines(files.trace, service.traceLines(trace));
    if (files.summary) writeFileSync(files.summary, `${JSON.stringify(trace.summary)}\n`);
    if (files.sequence) writeFileSync(files.sequence, service.sequenceDiagram(trace, { messages }));
    const explain = (decision: Decision) => explainLines(decision, (at) => placeText(sources, at));
    if (messages) terminal.out(stories(service, trace, messages, options.flag('explain') ? explain : undefined));
    else terminal.out(render(trace.outcome, options.text('format') ?? 'text', terminal));
    const exit = trace.outcome.expectations.every((e) => e.passed) ? exitCodes.fine : exitCodes.found;
    return files.against ? Math.max(exit, compare(service, trace, files.against, terminal)) : exit;
  },
};

/** @throws {Misuse} when it is no list of numbers. */
function messagesIn(list: string | undefined): readonly number[] | undefined {
  if (list === undefined) return undefined;
  if (!/^\d+(,\d+)*$/.test(list)) throw new Misuse(`--messages takes numbers with commas between them, not '${list}'`);
  return list.split(',').map(Number);
}

const stories = (
  service: Service,
  trace: Trace,
  messages: readonly number[],
  explain: ((decision: Decision) => readonly string[]) | undefined,
): string =>
  messages
    .map((message) => {
      const story = service.storyOf(trace, message, explain);
      const lines = story.length > 0 ? story : ['is none of this run.'];
      return `Message ${message}\n${lines.map((line) => `  ${line}\n`).join('')}`;
    })
    .join('\n');

/** Says where the run differs from the one in the file; the exit code for it. */
function compare(service: Service, trace: Trace, file: string, terminal: Terminal): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    terminal.err(`${file} cannot be read\n`);
    return exitCodes.misuse;
  }
  const difference = service.compareWithFile(text.split('\n'), trace);
  if (difference === 'none') terminal.out('The run is the same as the one in the file.\n');
  else if ('unreadable' in difference) {
    terminal.err(`${file}: ${difference.unreadable}\n`);
    return exitCodes.misuse;
  } else terminal.out(differenceText(difference));
  return difference === 'none' ? exitCodes.fine : exitCodes.found;
}

/** A long trace is longer than a text can be. */
function writeLines(file: string, lines: Iterable<string>): void {
  const target = openSync(file, 'w');
  let block = '';
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < 1 << 20) continue;
    writeSync(target, block);
    block = '';
  }
  writeSync(target, block);
  closeSync(target);
}

function render(outcome: Outcome, format: string, terminal: Terminal): string {
  if (format === 'json') return `${JSON.stringify(outcome, undefined, 2)}\n`;
  if (format === 'markdown') return outcomeMarkdown(outcome);
  return outcomeText(outcome, terminal.hasColours ? colourStyle : plainStyle);
}
