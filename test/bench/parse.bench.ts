/*
 * Reading speed, side by side in one run: the reader, the reader with every tree asked for, chevrotain alone, the splitter alone, and
 * vscode-json-languageservice on as many bytes of JSON. Absolute figures differ between machines; the ratios count.
 *
 *   node test/bench/parse.bench.ts [lines]
 */
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readDocument } from '#core/sources/read-document.ts';
import { parseCommand } from '#core/syntax/parse-command.ts';
import { splitCommands } from '#core/syntax/split-commands.ts';
import { commandsOf, type Document } from '#core/syntax/tree.ts';
import { dumpText, jsonText } from './mqsc-text.ts';
import { median } from './statistics.ts';

const lines = Number(process.argv[2] ?? 100_000);
const rounds = 16;
/** The first rounds, in which the machine code is made, do not count. */
const warmUp = 4;

// Each round reads a text of its own, so that no cache of equal commands can help.
const dumps = Array.from({ length: rounds }, (_, seed) => dumpText(lines, seed + 1));
const [firstDump = ''] = dumps;
const json = getLanguageService({});
const jsonDocument = TextDocument.create('a.json', 'json', 1, jsonText(firstDump.length));

const contestants: readonly {
  readonly name: string;
  readonly bytes: number;
  readonly run: (round: number) => unknown;
}[] = [
  {
    name: 'vscode-json-languageservice parse',
    bytes: jsonDocument.getText().length,
    run: () => json.parseJSONDocument(jsonDocument),
  },
  { name: 'split into commands', bytes: firstDump.length, run: (round) => splitCommands(dumps[round] ?? '') },
  {
    name: 'readDocument',
    bytes: firstDump.length,
    run: (round) => readDocument('a.mqsc', dumps[round] ?? ''),
  },
  {
    name: 'readDocument, all trees made',
    bytes: firstDump.length,
    run: (round) => countParameters(readDocument('a.mqsc', dumps[round] ?? '')),
  },
  {
    name: 'chevrotain for every command',
    bytes: firstDump.length,
    run: (round) => parseThoroughly(dumps[round] ?? ''),
  },
];

// Turn by turn, so that a machine busy with other things slows all of them alike. Garbage that a contestant leaves is collected
// in its own or a later turn, so the median of many rounds counts, in processor time of this thread.
const times = contestants.map((): number[] => []);
for (let round = 0; round < rounds; round++)
  for (const [i, { run }] of contestants.entries()) times[i]?.push(processorTime(() => run(round)));
const speeds = contestants.map(({ name, bytes }, i) => ({
  name,
  speed: bytes / 1e6 / (median((times[i] ?? []).slice(warmUp)) / 1000),
}));
const reference = speeds[0]?.speed ?? 1;
for (const { name, speed } of speeds)
  console.log(
    `${name.padEnd(36)} ${speed.toFixed(1).padStart(8)} MB/s  ${(speed / reference).toFixed(2).padStart(6)} x json`,
  );

function countParameters(document: Document): number {
  let count = 0;
  for (const { body } of commandsOf(document)) count += body.parameters.length;
  return count;
}

function parseThoroughly(text: string): number {
  let parameters = 0;
  for (const { start, end, pieces } of splitCommands(text).commands) {
    const body = parseCommand(
      text.slice(start, end),
      pieces?.map((offset) => offset - start),
    );
    parameters += body.parameters.length;
  }
  return parameters;
}

function processorTime(work: () => unknown): number {
  const started = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(started);
  return (user + system) / 1000;
}
