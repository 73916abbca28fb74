import { afterAll, beforeAll, beforeEach, test } from 'vitest';
import { countOf } from '../support/shown.ts';
import { openVsCode, type VsCode } from './support/vscode.ts';
import type { Workbench } from './support/workbench.ts';

let vscode: VsCode;
let window: Workbench;

beforeAll(async () => {
  vscode = await openVsCode();
  window = await vscode.openSample('figure-1');
  await window.openFile('QM4.mqsc');
});
afterAll(() => vscode?.close());
beforeEach(({ task, onTestFailed }) => onTestFailed(() => window.photographFailure(task.name)));

test('a clone that differs and a broken ordering are underlined and listed under Problems', async () => {
  await window.squiggles('error').first().waitFor();
  const problems = await window.showProblems();
  await problems.filter({ hasText: 'clone-defbind-differs' }).first().waitFor();
  await problems.filter({ hasText: 'ordered-queue-has-clones' }).first().waitFor();
});

test("the code of a problem opens the rule's page", async () => {
  const problems = await window.showProblems();
  const problem = problems.filter({ hasText: 'clone-defbind-differs' }).first();
  await problem
    .locator('a.monaco-link')
    .first()
    .click({ modifiers: ['Control'] });
  await window.page.locator('.tab.active', { hasText: 'clone-defbind-differs.md' }).waitFor();
  await window.run('View: Close Editor');
});

test('completion offers the values of an attribute', async () => {
  await window.goTo('DEFBIND(OPEN)');
  for (let step = 0; step < 'DEFBIND('.length; step++) await window.page.keyboard.press('ArrowRight');
  await window.suggest('NOTFIXED');
  await window.page.keyboard.press('Escape');
});

test('hover tells what an attribute is', async () => {
  await window.hoverOver('DEFBIND(OPEN)', 'DEFBIND', 'DEFBIND');
  await window.page.keyboard.press('Escape');
});

test('the light bulb makes the clone equal, and the squiggle goes', async () => {
  await window.goTo('DEFBIND(OPEN)');
  const menu = await window.openLightBulb(/equal to QM2/);
  await window.screenshot('finding-light');
  await menu.getByText(/equal to QM2/).click();
  await window.line('DEFBIND(NOTFIXED)').waitFor();
  const problems = await window.showProblems();
  await countOf(problems.filter({ hasText: 'clone-defbind-differs' })).toBe(0);
  await countOf(problems.filter({ hasText: 'ordered-queue-has-clones' })).toBe(1);
});
