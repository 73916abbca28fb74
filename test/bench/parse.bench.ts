/*
 * Reading speed, side by side in one run: the whole reader, the parser without its cache, the splitter alone, and
 * vscode-json-languageservice on as many bytes of JSON. Absolute figures differ between machines; the ratios count.
 *
 *   node test/bench/parse.bench.ts [lines]
 */
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeDocument } from '#core/sources/change-document.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { parseCommand } from '#core/syntax/parse-command.ts';
import { splitCommands } from '#core/syntax/split-commands.ts';
import { dumpText, jsonText } from './mqsc-text.ts';

const lines = Number(process.argv[2] ?? 100_000);
const rounds = 12;

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
  { name: 'split and parse', bytes: firstDump.length, run: (round) => parseAll(dumps[round] ?? '') },
  {
    name: 'readDocument (tree kept)',
    bytes: firstDump.length,
    run: (round) => readDocument('a.mqsc', dumps[round] ?? ''),
  },
];

// Turn by turn, so that a machine busy with other things slows all of them alike; the best round is the least disturbed.
const best = contestants.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < rounds; round++)
  for (const [i, { run }] of contestants.entries())
    best[i] = Math.min(
      best[i] ?? 0,
      timed(() => run(round)),
    );
const speeds = contestants.map(({ name, bytes }, i) => ({ name, speed: bytes / 1e6 / ((best[i] ?? 1) / 1000) }));
const reference = speeds[0]?.speed ?? 1;
for (const { name, speed } of speeds)
  console.log(
    `${name.padEnd(36)} ${speed.toFixed(1).padStart(8)} MB/s  ${(speed / reference).toFixed(2).padStart(6)} x json`,
  );

const document = readDocument('a.mqsc', firstDump);
const middle = firstDump.indexOf('DESCR(', firstDump.length / 2) + 7;
const keystrokes = Array.from({ length: 50 }, (_, i) =>
  timed(() => changeDocument(document, [{ span: { start: middle, end: middle }, newText: String(i) }])),
);
console.log(`a keystroke in ${lines} lines: median ${median(keystrokes).toFixed(2)} ms`);

function parseAll(text: string): number {
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

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
