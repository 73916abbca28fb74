import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openVsCode, type VsCode } from './support/vscode.ts';
import type { Workbench } from './support/workbench.ts';

/** What a workspace of several roots is told about files that nobody has open, whoever changes them. */
let vscode: VsCode;
let window: Workbench;
let home: string;

const faulty = (queue: string): string => `DEFINE QLOCAL(${queue}) DEFPSIST(MAYBE)\n`;
const receiver = (queueManager: string): string =>
  `DEFINE CHANNEL(CL.${queueManager}) CHLTYPE(CLUSRCVR) CONNAME('${queueManager.toLowerCase()}(1414)') CLUSTER(CL)\n`;
const clone = (bind: string): string => `DEFINE QLOCAL(ORDERS) CLUSTER(CL) DEFBIND(${bind})\n`;

beforeAll(async () => {
  vscode = await openVsCode();
  ({ window, home } = await vscode.openFolders({
    east: {
      'QM1.mqsc': receiver('QM1') + clone('OPEN'),
      'QM2.mqsc': receiver('QM2') + clone('NOTFIXED'),
      'kubernetes/QM3.yaml': `data:\n  QM3.mqsc: |\n    ${faulty('IN.YAML')}`,
    },
    west: { 'QM7.mqsc': '* nothing wrong here\nDEFINE QLOCAL(FINE)\n' },
  }));
  await window.openFile('QM7.mqsc');
  await window.showProblems();
});
afterAll(() => vscode?.close());
beforeEach(({ task, onTestFailed }) => onTestFailed(() => window.photographFailure(task.name)));

const rows = () => window.page.locator('.markers-panel .monaco-list-row');
/** The row of a file in Problems; what is told about it stands below. */
const file = (name: string) =>
  rows().filter({ has: window.page.locator('.resource-label-container, .monaco-icon-label', { hasText: name }) });
const finding = (text: string) => rows().filter({ hasText: text });
const gone = (text: string) => expect.poll(() => rows().filter({ hasText: text }).count(), { timeout: 20_000 }).toBe(0);

test('Problems lists what is wrong in files of both roots that nobody has open', async () => {
  await finding('clone-defbind-differs').first().waitFor();
  await file('QM3.yaml').first().waitFor();
  await finding('value-not-allowed').first().waitFor();
  await window.screenshot('workspace-problems');
});

test('a file that is made outside of the editor, renamed and deleted there', async () => {
  const made = path.join(home, 'west', 'QM8.mqsc');
  writeFileSync(made, faulty('OUTSIDE'));
  await file('QM8.mqsc').first().waitFor();
  renameSync(made, path.join(home, 'west', 'QM9.mqsc'));
  await file('QM9.mqsc').first().waitFor();
  await gone('QM8.mqsc');
  rmSync(path.join(home, 'west', 'QM9.mqsc'));
  await gone('QM9.mqsc');
});

test('a change outside of the editor ends what it mends in another file', async () => {
  writeFileSync(path.join(home, 'east', 'QM2.mqsc'), receiver('QM2') + clone('OPEN'));
  await gone('clone-defbind-differs');
  writeFileSync(path.join(home, 'east', 'QM2.mqsc'), receiver('QM2') + clone('NOTFIXED'));
  await finding('clone-defbind-differs').first().waitFor();
});

test('a folder with files is made and deleted', async () => {
  mkdirSync(path.join(home, 'west', 'more'));
  writeFileSync(path.join(home, 'west', 'more', 'QM10.mqsc'), faulty('DEEPER'));
  await file('QM10.mqsc').first().waitFor();
  rmSync(path.join(home, 'west', 'more'), { recursive: true });
  await gone('QM10.mqsc');
});

test('settings count without a restart', async () => {
  writeFileSync(path.join(home, 'west', 'QM8.mqsc'), faulty('OUTSIDE'));
  await file('QM8.mqsc').first().waitFor();
  const workspace = path.join(home, 'all.code-workspace');
  const before = readFileSync(workspace, 'utf8');
  const settings = { 'mqsc.rules': { 'value-not-allowed': 'off' } };
  writeFileSync(workspace, JSON.stringify({ ...JSON.parse(before), settings }));
  await gone('value-not-allowed');
  await finding('clone-defbind-differs').first().waitFor();
  writeFileSync(workspace, before);
  await finding('value-not-allowed').first().waitFor();
});

test('a root that is taken out takes its findings along', async () => {
  await file('QM8.mqsc').first().waitFor();
  const workspace = path.join(home, 'all.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'east' }], settings: {} }));
  await gone('QM8.mqsc');
  await finding('clone-defbind-differs').first().waitFor();
});
