import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../server/src/cli/main.ts';
import { startEditor } from '../lsp/editor.ts';

/** What command line and editor both tell of a finding, in one order: that of the files' names, then as it came. */
interface Told {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  /** `line:column-line:column`, from 1. */
  readonly range: string;
  readonly related: readonly string[];
}

const samples = path.resolve(import.meta.dirname, '../../client/samples');
const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus');

describe('command line and editor find the same in the same order', () => {
  test('in the samples', async () => expect(await bothOf(filesBelow(samples))).toBeGreaterThan(0));

  test.skipIf(!existsSync(corpus))('in the corpus', async () => {
    expect(await bothOf(filesBelow(corpus))).toBeGreaterThan(100);
  });
});

/** Asks both about the same files, compares, and gives the number of findings. */
async function bothOf(files: Readonly<Record<string, string>>): Promise<number> {
  const editor = await startEditor(files, {
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
  });
  try {
    const fromCli = await toldByCli(fileURLToPath(editor.uri('')));
    const expectedFiles = new Set(fromCli.map(({ file }) => file));
    for (const file of expectedFiles) await editor.diagnostics(file, (codes) => codes.length > 0);
    // A round trip after the first findings: what else was to be said has been said.
    await editor.request('workspace/symbol', { query: '' });
    const last = new Map(editor.published.map(({ uri, diagnostics }) => [uri, diagnostics]));
    const fromEditor = Object.keys(files).flatMap((file) =>
      (last.get(editor.uri(file)) ?? []).map((diagnostic): Told => {
        const { start, end } = diagnostic.range;
        return {
          file,
          code: String(diagnostic.code),
          severity: severities[diagnostic.severity ?? 1] ?? '',
          message: String(diagnostic.message),
          range: `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`,
          related: (diagnostic.relatedInformation ?? []).map(
            ({ location, message }) =>
              `${fileOf(location.uri, editor.uri(''))}:${location.range.start.line + 1}:${location.range.start.character + 1} ${message}`,
          ),
        };
      }),
    );
    expect(byFile(fromEditor)).toEqual(byFile(fromCli));
    return fromCli.length;
  } finally {
    await editor.quit();
  }
}

async function toldByCli(directory: string): Promise<readonly Told[]> {
  let json = '';
  await runCli(['check', '--format', 'json'], {
    out: (text) => {
      json += text;
    },
    err: () => undefined,
    readStandardInput: () => '',
    directory: path.resolve(directory),
    hasColours: false,
  });
  const { findings } = JSON.parse(json);
  return findings.map(
    (one: {
      file: string;
      code: string;
      severity: string;
      message: string;
      line: number;
      column: number;
      endLine: number;
      endColumn: number;
      related: readonly { file: string; line: number; column: number; message: string }[];
    }): Told => ({
      file: one.file,
      code: one.code,
      severity: one.severity,
      message: one.message,
      range: `${one.line}:${one.column}-${one.endLine}:${one.endColumn}`,
      related: one.related.map((related) => `${related.file}:${related.line}:${related.column} ${related.message}`),
    }),
  );
}

const severities = ['', 'error', 'warning', 'info', 'hint'];

const byFile = (all: readonly Told[]): readonly Told[] =>
  all.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));

const fileOf = (uri: string, base: string): string =>
  decodeURIComponent(uri.slice(base.endsWith('/') ? base.length : base.length + 1));

function filesBelow(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(mqsc|mqs|tst|tpl|j2|ya?ml)$/i.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}
