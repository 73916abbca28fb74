import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVsCode, type VsCode } from './support/vscode.ts';
import type { Workbench } from './support/workbench.ts';

let vscode: VsCode;
let window: Workbench;

beforeAll(async () => {
  vscode = await openVsCode();
  window = await vscode.openSample('figure-1');
});
afterAll(() => vscode?.close());

test('a clone that differs is underlined in its file and listed under Problems', async () => {
  await window.openFile('QM4.mqsc');
  await window.squiggles('error').first().waitFor();
  const problems = await window.showProblems();
  await problems.filter({ hasText: 'clone-defbind-differs' }).first().waitFor();
  await problems.filter({ hasText: 'ordered-queue-has-clones' }).first().waitFor();
  await window.screenshot('problems');
});

test('completion offers the values of an attribute', async () => {
  await window.goTo('DEFBIND(OPEN)');
  for (let step = 0; step < 'DEFBIND('.length; step++) await window.page.keyboard.press('ArrowRight');
  await window.page.keyboard.press('Control+Space');
  await window.suggestions().filter({ hasText: 'NOTFIXED' }).first().waitFor();
  await window.screenshot('completion');
  await window.page.keyboard.press('Escape');
});

test('the light bulb makes the clone equal, and the squiggle goes', async () => {
  await window.goTo('DEFBIND(OPEN)');
  const menu = await window.openLightBulb();
  await window.screenshot('light-bulb');
  await menu
    .getByText(/equal to QM2/)
    .first()
    .click();
  await window.line('DEFBIND(NOTFIXED)').waitFor();
  const problems = await window.showProblems();
  await expect.poll(() => problems.filter({ hasText: 'clone-defbind-differs' }).count(), { timeout: 10_000 }).toBe(0);
});
