import { afterAll, beforeAll, beforeEach, test } from 'vitest';
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

const lens = (title: string) => window.page.locator('.codelens-decoration a', { hasText: title }).first();

test('a lens counts the instances and shows them; a hint tells whose commands these are', async () => {
  await lens('2 instances in').waitFor();
  await window.page
    .locator('.view-line', { hasText: /QM4\s*DEFINE/ })
    .first()
    .waitFor();
  await window.goTo('DEFINE QLOCAL(Q3)');
  await window.screenshot(
    'lens',
    window.text('* Orders: meant'),
    window.text("DESCR('Price updates')"),
    window.text('QLOCAL(PRICES)'),
  );
  await lens('2 instances in').click();
  await window.page.locator('.peekview-widget', { hasText: 'QM2.mqsc' }).waitFor();
  await window.page.keyboard.press('Escape');
});

test('the lens simulates its queue', async () => {
  await lens('simulate').click();
  await window.panel().locator('svg').first().waitFor();
  await window.run('View: Close Editor');
});

test('F2 renames a queue in every file', async () => {
  await window.openFile('QM4.mqsc');
  await window.goTo('(Q3');
  await window.page.keyboard.press('ArrowRight');
  await window.page.keyboard.press('F2');
  const box = window.page.locator('.rename-box input');
  await box.fill('ORDERS.IN');
  await box.press('Enter');
  await window.line('ORDERS.IN').waitFor();
  await window.openFile('QM2.mqsc');
  await window.line('ORDERS.IN').waitFor();
});

test('the light bulb renames one instance alone', async () => {
  await window.openFile('QM4.mqsc');
  await window.goTo('(PRICES');
  await window.page.keyboard.press('ArrowRight');
  const menu = await window.openLightBulb('Rename PRICES only on QM4');
  await menu.getByText('Rename PRICES only on QM4').click();
  const box = window.page.locator('.quick-input-widget input[type=text]').first();
  await box.fill('PRICES.4');
  await box.press('Enter');
  await window.line('PRICES.4').waitFor();
  await window.openFile('QM2.mqsc');
  await window.line('QLOCAL(PRICES)').waitFor();
});

test('the call hierarchy shows who puts to it', async () => {
  await window.goTo('(ORDERS.IN');
  await window.page.keyboard.press('ArrowRight');
  await window.run('Calls: Show Call Hierarchy');
  await window.page.getByText('puts through cluster CL').first().waitFor();
  const paths = window.page.locator('.sidebar .monaco-list-row:visible');
  await window.screenshot('message-path', paths.first(), paths.last());
});
