import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '#core/rules/index.ts';
import { readFixture } from '../support/fixture.ts';
import { sarifFaults } from '../support/sarif.ts';
import { makeShell } from '../support/shell.ts';

/*
 * What each rule finds in its own cases, in all forms that `mqsc check` prints: each is read back and held against the others and
 * against the files.
 */

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Physical {
  readonly artifactLocation: { readonly uri: string };
  readonly region: Region;
}

interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Physical }[];
  readonly relatedLocations?: readonly { readonly physicalLocation: Physical }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly { readonly deletedRegion: Region }[];
    }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

const folder = path.join(import.meta.dirname, '../rules');

/** The files of a case that finds something, by name. */
const casesOf = (code: string): readonly (readonly [string, Readonly<Record<string, string>>])[] =>
  readdirSync(path.join(folder, code))
    .filter((name) => name.startsWith('finds') && name.endsWith('.mqsc'))
    .map((name) => {
      const { files } = readFixture(readFileSync(path.join(folder, code, name), 'utf8'));
      return [name, Object.fromEntries(files.map(({ source, text }) => [source, text]))] as const;
    });

async function reportsOf(files: Readonly<Record<string, string>>) {
  const shell = makeShell(files);
  try {
    const [sarif, json, github, text] = await Promise.all(
      ['sarif', 'json', 'github', 'text'].map((format) => shell.run(`check --format ${format}`)),
    );
    const log = JSON.parse(sarif?.out ?? '');
    const results: readonly Result[] = log.runs[0].results;
    return {
      log,
      results,
      json: JSON.parse(json?.out ?? ''),
      github: github?.out ?? '',
      text: text?.out ?? '',
      codes: [sarif, json, github, text].map((one) => one?.code),
    };
  } finally {
    shell.remove();
  }
}

describe.each(rules.map(({ code }) => code))('%s', (code) => {
  test.each(casesOf(code))('%s', async (_, files) => {
    const { log, results, json, github, text, codes } = await reportsOf(files);
    expect(sarifFaults(log)).toEqual([]);
    for (const { locations, relatedLocations = [], fixes = [] } of results) {
      const places = [...locations, ...relatedLocations].map(({ physicalLocation }) => physicalLocation);
      for (const { artifactLocation, region } of places) expectInside(region, artifactLocation.uri, files);
      for (const { artifactChanges } of fixes)
        for (const { artifactLocation, replacements } of artifactChanges) {
          for (const { deletedRegion } of replacements) expectInside(deletedRegion, artifactLocation.uri, files);
          expectApart(replacements.map(({ deletedRegion }) => deletedRegion));
        }
    }
    const identities = results.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints));
    expect(new Set(identities).size).toBe(results.length);
    const told = results.map((one) => `${one.ruleId} ${startOf(one)} ${one.message.text}`);
    expect(
      json.findings.map((one: Found) => `${one.code} ${one.file}:${one.line}:${one.column} ${one.message}`),
    ).toEqual(told);
    expect(github.split('\n').filter(Boolean).map(readAnnotation)).toEqual(told);
    for (const one of results) expect(text).toContain(`${startOf(one)} `);
    // One verdict, whatever the form.
    expect(new Set(codes)).toEqual(new Set([json.summary.errors > 0 ? 1 : 0]));
  });
});

interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

function startOf({ locations }: Result): string {
  const [first] = locations;
  const { uri } = first?.physicalLocation.artifactLocation ?? { uri: '' };
  const { startLine, startColumn } = first?.physicalLocation.region ?? { startLine: 0, startColumn: 0 };
  return `${decodeURIComponent(uri)}:${startLine}:${startColumn}`;
}

/** As GitHub's runner reads a workflow command. */
function readAnnotation(line: string): string {
  const [, properties = '', message = ''] = /^::(?:error|warning|notice) (.*?)::(.*)$/.exec(line) ?? [];
  const read = Object.fromEntries(properties.split(',').map((one) => one.split('=').map(unescaped)));
  return `${read.title} ${read.file}:${read.line}:${read.col} ${unescaped(message)}`;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');

function expectInside(region: Region, uri: string, files: Readonly<Record<string, string>>): void {
  const lines = files[decodeURIComponent(uri)]?.split(/\r\n|\n/) ?? [];
  const { startLine, startColumn, endLine, endColumn } = region;
  expect(lines.length, uri).toBeGreaterThanOrEqual(endLine);
  expect([startLine, startColumn].every((one) => one >= 1)).toBe(true);
  expect(endLine > startLine || (endLine === startLine && endColumn >= startColumn)).toBe(true);
  expect(lines[endLine - 1]?.length ?? 0, `${uri}:${endLine}`).toBeGreaterThanOrEqual(endColumn - 1);
}

/** Edits of one file that cover the same text could not be made together. */
function expectApart(regions: readonly Region[]): void {
  const sorted = regions.toSorted((a, b) => a.startLine - b.startLine || a.startColumn - b.startColumn);
  for (const [index, one] of sorted.entries()) {
    const before = sorted[index - 1];
    if (!before) continue;
    const isAfter =
      one.startLine > before.endLine || (one.startLine === before.endLine && one.startColumn >= before.endColumn);
    expect(isAfter, JSON.stringify([before, one])).toBe(true);
  }
}
