import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What an editor saw and did, as its script wrote it down. */
export interface Seen {
  /** Codes or messages of the findings that it showed. */
  readonly findings: readonly string[];
  /** Labels of what it offered between the parentheses of DEFBIND. */
  readonly completion: readonly string[];
  /** The open text after ORDERS was renamed to INVOICES, and the text of the other file. */
  readonly renamed: { readonly here: string; readonly elsewhere: string };
  readonly formatted: string;
  /** Findings after an edit that made the clones equal. */
  readonly afterEdit: readonly string[];
}

const files = {
  'QM1.mqsc':
    "define channel(SALES.QM1) chltype(CLUSRCVR) conname('a') cluster(SALES)\nALTER QMGR REPOS(SALES)\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN)\n",
  'QM2.mqsc':
    "DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CONNAME('b') CLUSTER(SALES)\nALTER QMGR REPOS(SALES)\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED)\n",
};

/**
 * Runs an editor without a screen and the built server on `QM1.mqsc` of a folder with two files. The script finds the file's place in
 * `MQSC_FILE`, the server's command in `MQSC_SERVER` (words with tabs between), and writes what it saw as JSON to `MQSC_SEEN`.
 */
export function driveEditor(program: string, args: readonly string[]): Seen {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'mqsc-editor-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  const seen = path.join(folder, 'seen.json');
  const server = [process.execPath, path.resolve(import.meta.dirname, '../../dist/cli.cjs'), 'lsp', '--stdio'];
  const env = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_STATE_HOME: folder,
    MQSC_FILE: path.join(folder, 'QM1.mqsc'),
    MQSC_SERVER: server.join('\t'),
    MQSC_SEEN: seen,
  };
  const run = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8', timeout: 90_000 });
  try {
    return JSON.parse(readFileSync(seen, 'utf8'));
  } catch (reason) {
    throw new Error(`${program} ended with ${run.status ?? run.signal}: ${reason}\n${run.stdout}\n${run.stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
