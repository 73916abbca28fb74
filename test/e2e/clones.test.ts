import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countOf, hasFocus, textOf } from '../support/shown.ts';
import { openVsCode, type VsCode } from './support/vscode.ts';
import { comesUp, type Workbench } from './support/workbench.ts';

/** Clones side by side, the estate as a tree, and many findings fixed at once: as a person meets them. */
let vscode: VsCode;
let window: Workbench;

beforeAll(async () => {
  vscode = await openVsCode();
  window = await vscode.openSample('figure-1');
  await window.run('View: Focus into Primary Side Bar');
  await window.openFile('QM4.mqsc');
  await window.squiggles('error').first().waitFor();
});
afterAll(() => vscode?.close());
beforeEach(({ task, onTestFailed }) => onTestFailed(() => window.photographFailure(task.name)));

const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => window.page.keyboard.press(key)), Promise.resolve());
/** A line of the tree; a pattern tells small from capital letters. */
const treeRow = (label: RegExp): Locator =>
  window.page.locator('.pane', { hasText: 'MQSC Estate' }).locator('.monaco-list-row', { hasText: label }).first();
const unfold = async (label: RegExp) => {
  const isUnfolded = async () => (await treeRow(label).getAttribute('aria-expanded')) === 'true';
  if (!(await isUnfolded())) await treeRow(label).locator('.monaco-tl-twistie').click();
  await expect.poll(isUnfolded).toBe(true);
};

test('the estate as a tree', async () => {
  await window.run('Explorer: Focus on MQSC Estate View');
  await window.fold('figure-1');
  await treeRow(/^CL/).waitFor();
  await unfold(/Queue managers/);
  await treeRow(/QM1/).waitFor();
  await textOf(treeRow(/QM1/)).toContain('full repository');
  await unfold(/Cluster queues and topics/);
  await unfold(/Q3/);
  await treeRow(/QLOCAL, differs/).waitFor();
  await textOf(treeRow(/Q3/)).toContain('2 instances, 2 differ');
  await treeRow(/QLOCAL, differs/).click();
  await window.page.locator('.tab.active', { hasText: 'QM2.mqsc' }).waitFor();
  await window.screenshot('estate-tree', window.page.locator('.sidebar'));
});

test('a queue of the tree is compared, and its values lead to their places', async () => {
  // Wide enough for the editor and the table to show whole lines.
  await window.page.setViewportSize({ width: 1800, height: 900 });
  await treeRow(/Q3/).click({ button: 'right' });
  await window.page.locator('.context-view .action-label', { hasText: 'Compare Clones' }).click();
  const page = window.panel();
  const row = page.getByTestId('row-DEFBIND');
  await textOf(row).toMatch(/must match[\s\S]*NOTFIXED[\s\S]*OPEN/);
  await row.locator('td').nth(1).locator('.shown').click();
  await window.page.locator('.tab.active', { hasText: 'QM4.mqsc' }).waitFor();
  await window.screenshot('compare-light');
  await window.setTheme('Dark Modern');
  await window.screenshot('compare-dark');
  await window.setTheme('Dark High Contrast');
  await window.screenshot('compare-contrast');
  await window.setTheme('Light Modern');
  await window.page.setViewportSize({ width: 1400, height: 900 });
});

test('a value is made equal from the table, which follows; undo brings the difference back', async () => {
  const row = window.panel().getByTestId('row-DEFBIND');
  const cell = row.locator('td').nth(1);
  await cell.focus();
  await hasFocus(cell);
  await press('F2');
  await window.pick('Make DEFBIND on QM4 equal to QM2 (NOTFIXED)');
  await row.waitFor({ state: 'detached' });
  await window.line('DEFBIND(NOTFIXED) DEFPSIST(YES) +').waitFor();
  await window.goTo('QLOCAL(Q3)');
  await press('Control+Z');
  await row.waitFor();
});

test('the table follows the settings of rules', async () => {
  const row = window.panel().getByTestId('row-DEFBIND');
  const says = (words: string) => async () => (await row.innerText()).includes(words);
  await window.configureUntil({ 'mqsc.rules': { 'clone-defbind-differs': 'off' } }, says('may differ'));
  await window.configureUntil({ 'mqsc.rules': { 'clone-defbind-differs': 'warning' } }, says('should match'));
  await window.configureUntil({ 'mqsc.rules': {} }, says('must match'));
});

test('the lens, the light bulb and the palette lead to the table as well', async () => {
  await window.openFile('QM4.mqsc');
  const shown = window.panel().getByTestId('row-DEFBIND');
  await window.page
    .locator('.codelens-decoration a', { hasText: /^compare$/ })
    .first()
    .click();
  await shown.waitFor();
  await window.goTo('DEFBIND(OPEN)');
  const menu = await window.openLightBulb('Compare the instances of Q3');
  await menu.getByText('Compare the instances of Q3').click();
  await shown.waitFor();
  await window.openFile('QM4.mqsc');
  await window.goTo('QLOCAL(PRICES)');
  await window.run('MQSC: Compare Clones');
  const first = window.page.locator('.quick-input-list .monaco-list-row').first();
  await textOf(first).toContain('PRICES');
  await window.pick('PRICES');
  await window.panel().getByRole('heading', { name: 'PRICES' }).waitFor();
  await textOf(window.panel().getByTestId('summary')).toContain('2 instances');
});

test('all findings of a rule are fixed at once, and a finding is ignored with a reason', async () => {
  await window.openFile('QM4.mqsc');
  await window.goTo('DEFBIND(OPEN)');
  const ignored = await window.openLightBulb('Ignore clone-defbind-differs here, with a reason');
  await ignored.getByText('Ignore clone-defbind-differs here, with a reason').click();
  await window.line('* @ignore clone-defbind-differs: why this is right here').waitFor();
  await window.type('it stays');
  await window.line('* @ignore clone-defbind-differs: it stays').waitFor();
  await press('Escape');
  await countOf(window.squiggles('error')).toBe(0);
  await press('Control+Z', 'Control+Z');
  await expect
    .poll(async () => {
      if (await comesUp(window.squiggles('error').first())) return true;
      await press('Control+Z');
      return false;
    })
    .toBe(true);
  await window.goTo('DEFBIND(OPEN)');
  const menu = await window.openLightBulb(/^Fix all 2 of clone-defbind-differs/);
  await menu.getByText('Fix all 2 of clone-defbind-differs in the estate, QM4 following the others').click();
  await window.line('DEFBIND(NOTFIXED) DEFPSIST(YES) +').waitFor();
  await countOf(window.squiggles('error')).toBe(0);
});
