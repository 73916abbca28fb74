/*
 * Text that is meant to do harm, at one size and at four times as much: the time for all findings, and how it grows per megabyte. A ratio of 1 or
 * less means time in proportion to the text.
 *
 *   node test/bench/hostile.bench.ts [megabytes]
 */
import { createService } from '#core/service.ts';

const size = Number(process.argv[2] ?? 50) * 1e6;
const source = 'QM1.mqsc';

const hostile: Readonly<Record<string, (length: number) => string>> = {
  'one long line': (length) => `DEFINE QLOCAL(A) DESCR('${'x'.repeat(length)}')`,
  'one line of many parameters': (length) => `DEFINE QLOCAL(A) ${'DEFPSIST(YES) '.repeat(length / 14)}`,
  'quotes without end': (length) => `DEFINE QLOCAL(A) ${"DESCR('a ".repeat(length / 9)}`,
  'a million quotes': (length) => `DEFINE QLOCAL(A) ${"' ".repeat(length / 2)}`,
  'deep parentheses': (length) => `DEFINE QLOCAL(A) ${'A('.repeat(length / 4)}${')'.repeat(length / 4)}`,
  'holes without end': (length) => `DEFINE QLOCAL(A) DESCR(${'{{ a '.repeat(length / 5)}`,
  'one command of many lines': (length) => `DEFINE QLOCAL(A) +\n${'  SHARE +\n'.repeat(length / 10)}`,
  'commands of one letter': (length) => 'A\n'.repeat(length / 2),
};

for (const [name, make] of Object.entries(hostile)) {
  const small = secondsFor(make(size / 4));
  const large = secondsFor(make(size));
  const perMegabyte = (seconds: number, bytes: number) => seconds / (bytes / 1e6);
  const growth = perMegabyte(large.seconds, size) / perMegabyte(small.seconds, size / 4);
  console.log(
    `${name.padEnd(28)} ${(size / 1e6).toFixed(1)} MB in ${large.seconds.toFixed(2).padStart(6)} s, ${growth.toFixed(2)} x per MB; ${large.findings} findings, first: ${large.first}`,
  );
}

function secondsFor(text: string): { readonly seconds: number; readonly findings: number; readonly first: string } {
  const started = performance.now();
  const service = createService();
  service.open(source, text);
  const findings = service.findings(source);
  return {
    seconds: (performance.now() - started) / 1000,
    findings: findings.length,
    first: findings[0]?.code ?? 'none',
  };
}
