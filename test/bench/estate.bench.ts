/*
 * A generated estate: the first check of everything, beside splitting the same bytes (the floor) and a JSON service that parses and validates
 * as many; one keystroke, checked completely; memory. For several sizes, so that it shows whether the cost of an object stays the same.
 *
 *   node --max-old-space-size=8192 --max-semi-space-size=64 test/bench/estate.bench.ts [objects of each queue manager] [queue managers …]
 *
 * Times are processor time of the thread, so that a busy machine does not count; those of keystrokes are what somebody waits for, as that
 * clock is too coarse for them.
 */
import { setImmediate } from 'node:timers/promises';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createService } from '#core/service.ts';
import { splitCommands } from '#core/syntax/split-commands.ts';
import { collect } from './collect.ts';
import { estateFiles } from './estate-text.ts';
import { jsonText } from './mqsc-text.ts';
import { median, milliseconds, quantile } from './statistics.ts';

const [objectsEach = 1000, ...wanted] = process.argv.slice(2).map(Number);
const sizes = wanted.length > 0 ? wanted : [75, 150, 300];
const keystrokes = 100;

for (const queueManagers of sizes) {
  const files = estateFiles({ queueManagers, objectsEach });
  const objects = queueManagers * objectsEach;
  const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  console.log(`${queueManagers} queue managers, ${objects} objects, ${(bytes / 1e6).toFixed(1)} MB`);
  const floor = timeOf(() => [...files.values()].map((text) => splitCommands(text).commands.length));
  const json = await checkJson(bytes);
  const memoryBefore = inUse();
  const service = createService();
  const read = timeOf(() => {
    for (const [source, text] of files) service.open(source, text);
  });
  const model = timeOf(() => service.estate());
  const rules = timeOf(() => service.allFindings());
  const first = read + model + rules;
  row('split, the floor', floor, objects);
  row('JSON: parse and validate as many bytes', json, objects);
  row('first check: read', read, objects);
  row('             model', model, objects);
  row('             findings', rules, objects);
  row('             all', first, objects);
  console.log(`  ${(first / json).toFixed(1)} x JSON, ${(first / floor).toFixed(0)} x the floor`);
  const used = inUse() - memoryBefore;
  console.log(
    `  memory ${(used / objects).toFixed(0)} bytes for each object, ${(used / bytes).toFixed(1)} MB for each MB of text`,
  );
  const times = await typeInto(service, files);
  console.log(
    `  keystroke, all findings: median ${milliseconds(median(times))}, 95 % within ${milliseconds(quantile(times, 0.95))}`,
  );
}

/** Makes a fault in the middle of a file in the middle of the estate and mends it, again and again, each in a turn of its own as editors do. */
async function typeInto(
  service: ReturnType<typeof createService>,
  files: ReadonlyMap<string, string>,
): Promise<readonly number[]> {
  const [source, text] = [...files][Math.floor(files.size / 2)] ?? ['', ''];
  const at = text.indexOf('MAXDEPTH(50000', text.length / 2) + 'MAXDEPTH(50000'.length;
  const times: number[] = [];
  for (let index = 0; index < keystrokes; index++) {
    await setImmediate();
    const isMending = index % 2 === 1;
    const before = performance.now();
    service.change(source, [{ span: { start: at, end: isMending ? at + 1 : at }, newText: isMending ? '' : 'X' }]);
    service.allFindings();
    times.push(performance.now() - before);
  }
  // The first tenth warms up.
  return times.slice(times.length / 10);
}

async function checkJson(bytes: number): Promise<number> {
  const document = TextDocument.create('a.json', 'json', 1, jsonText(bytes));
  const service = getLanguageService({});
  const before = processorTime();
  await service.doValidation(document, service.parseJSONDocument(document), {}, { type: 'array' });
  return processorTime() - before;
}

function timeOf(work: () => unknown): number {
  const before = processorTime();
  work();
  return processorTime() - before;
}

/** Of this thread, in ms. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function row(what: string, time: number, objects: number): void {
  console.log(
    `  ${what.padEnd(40)} ${time.toFixed(0).padStart(7)} ms  ${((1000 * time) / objects).toFixed(1).padStart(6)} µs for each object`,
  );
}

function inUse(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
