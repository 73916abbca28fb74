/*
 * Memory that stays in use for a file of 100,000 lines, in MB of heap per MB of text (the text itself not counted): only read, and
 * with all findings worked out; beside the JSON service's tree for as many bytes.
 *
 *   node test/bench/memory.bench.ts [lines]
 */
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createService } from '#core/service.ts';
import { readDocument } from '#core/sources/read-document.ts';
import { collect } from './collect.ts';
import { dumpText, jsonText } from './mqsc-text.ts';

const lines = Number(process.argv[2] ?? 100_000);
const dump = dumpText(lines);
const json = TextDocument.create('a.json', 'json', 1, jsonText(dump.length));

// Once before, so that code, tables and caches that are made but once do not count.
const warmUp = createService();
warmUp.open('QM1.mqsc', dumpText(500));
warmUp.allFindings();

const service = createService();
const contestants: readonly { readonly name: string; readonly bytes: number; readonly make: () => unknown }[] = [
  {
    name: 'vscode-json-languageservice tree',
    bytes: json.getText().length,
    make: () => getLanguageService({}).parseJSONDocument(json),
  },
  { name: 'readDocument', bytes: dump.length, make: () => readDocument('QM1.mqsc', dump) },
  {
    name: 'service with all findings',
    bytes: dump.length,
    make: () => {
      service.open('QM1.mqsc', dump);
      return service.allFindings();
    },
  },
];

const kept: unknown[] = [];
let reference = 0;
for (const { name, bytes, make } of contestants) {
  const before = inUse();
  kept.push(make());
  const used = (inUse() - before) / bytes;
  reference ||= used;
  console.log(
    `${name.padEnd(34)} ${used.toFixed(1).padStart(6)} MB per MB  ${(used / reference).toFixed(2).padStart(5)} x json`,
  );
}

function inUse(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
