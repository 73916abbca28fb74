import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countOf, textOf } from '../support/shown.ts';
import { openWebVsCode, type WebVsCode } from './support/web-vscode.ts';
import type { Workbench } from './support/workbench.ts';

/** VS Code for the Web: no process anywhere; the language server is a worker that reads files through the editor. */
let vscode: WebVsCode;
let window: Workbench;

beforeAll(async () => {
  vscode = await openWebVsCode('figure-1');
  window = vscode.window;
  // By mouse: files cannot be searched for before something of the folder was read.
  await window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'QM4.mqsc' }).dblclick();
  await window.page.locator('.tab.active', { hasText: 'QM4.mqsc' }).waitFor();
});
afterAll(() => vscode?.close());
beforeEach(({ task, onTestFailed }) => onTestFailed(() => window.photographFailure(`web ${task.name}`)));

test('a clone that differs from one in a file that is not open is underlined and listed under Problems', async () => {
  await window.squiggles('error').first().waitFor();
  const problems = await window.showProblems();
  await problems.filter({ hasText: 'clone-defbind-differs' }).first().waitFor();
  await problems.filter({ hasText: 'QM2.mqsc' }).first().waitFor();
});

test('completion offers the values of an attribute', async () => {
  await window.goTo('DEFBIND(OPEN)');
  for (let step = 0; step < 'DEFBIND('.length; step++) await window.page.keyboard.press('ArrowRight');
  await window.suggest('NOTFIXED');
  await window.page.keyboard.press('Escape');
});

test('the estate stands as a tree, and its clones side by side', async () => {
  await window.run('Explorer: Focus on MQSC Estate View');
  const tree = window.page.locator('.pane', { hasText: 'MQSC Estate' });
  await tree.locator('.monaco-list-row', { hasText: '4 queue managers' }).first().waitFor();
  await window.goTo('DEFBIND(OPEN)');
  await window.run('MQSC: Compare Clones');
  // The queue at the cursor comes first.
  await textOf(window.page.locator('.quick-input-list .monaco-list-row').first()).toContain('Q3');
  await window.pick('Q3');
  const row = window.panel().getByTestId('row-DEFBIND');
  await textOf(row).toMatch(/must match[\s\S]*NOTFIXED[\s\S]*OPEN/);
  await window.run('View: Close Editor');
});

test('the light bulb makes the clone equal, and the problem goes in every file', async () => {
  await window.goTo('DEFBIND(OPEN)');
  await window.openLightBulb(/equal to QM2/);
  // It is the first one. Not by mouse: this version of VS Code keeps a shield over the menu.
  await window.page.keyboard.press('Enter');
  await window.line('DEFBIND(NOTFIXED)').waitFor();
  const problems = await window.showProblems();
  await countOf(problems.filter({ hasText: 'clone-defbind-differs' })).toBe(0);
});

test('the cluster is simulated in a panel', async () => {
  await window.run('MQSC: Simulate Cluster');
  const panel = window.panel();
  await panel.getByTestId('queue-manager-QM2').waitFor();
  const before = await panel.getByTestId('clock').innerText();
  await panel.getByTestId('play').click();
  await expect.poll(() => panel.getByTestId('clock').innerText()).not.toBe(before);
  await window.screenshot('web');
});
