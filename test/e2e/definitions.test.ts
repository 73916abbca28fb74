import { afterAll, beforeAll, beforeEach, test } from 'vitest';
import { countOf } from '../support/shown.ts';
import { openVsCode, type VsCode } from './support/vscode.ts';
import type { Workbench } from './support/workbench.ts';

let vscode: VsCode;
let window: Workbench;

beforeAll(async () => {
  vscode = await openVsCode();
  window = await vscode.openSample('figure-1', { 'setup.mqsc': 'DEFINE QLOCAL(Q9) MAXDEPTH(7)\n' });
  await window.openFile('QM4.mqsc');
});
afterAll(() => vscode?.close());
beforeEach(({ task, onTestFailed }) => onTestFailed(() => window.photographFailure(task.name)));

const tab = (name: string) => window.page.locator('.tab.active', { hasText: name });
const status = (text: string) => window.page.locator('.statusbar-item', { hasText: text }).first();

test('the status bar leads to the effective definitions, which follow the files', async () => {
  await status('QM4').click();
  await tab('QM4 (effective).mqsc').waitFor();
  await window.line('* Effective definitions of QM4').waitFor();
  await window.line('DEFINE QLOCAL(Q3)').waitFor();
  await window.page.locator('.detected-link', { hasText: 'QM4.mqsc:24' }).waitFor();
  await window.screenshot('effective-definitions');
  // What the document defines is no second instance: nothing is redefined.
  const problems = await window.showProblems();
  await countOf(problems.filter({ hasText: 'redefined' })).toBe(0);
  await window.openFile('QM4.mqsc');
  await window.goTo('DEFINE QLOCAL(Q3)');
  // As if pasted: Enter takes no suggestion.
  await window.page.keyboard.insertText('DEFINE QLOCAL(Q9)\n');
  await window.run('MQSC: Show Effective Definitions');
  await tab('QM4 (effective).mqsc').waitFor();
  await window.goTo('QLOCAL(Q9)');
  await window.line('DEFINE QLOCAL(Q9)').waitFor();
});

test('a file is assigned to a queue manager in mqsc.yaml', async () => {
  await window.openFile('setup.mqsc');
  // Only the folder's name tells, so far.
  await status('FIGURE').waitFor();
  await window.run('MQSC: Assign File to Queue Manager…');
  await window.pick('QM3');
  await status('QM3').waitFor();
  await window.openFile('mqsc.yaml');
  await window.line('QM3.mqsc, setup.mqsc').waitFor();
  await window.screenshot('assigned');
});
