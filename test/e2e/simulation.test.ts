import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { textOf } from '../support/shown.ts';
import { openVsCode, type VsCode } from './support/vscode.ts';
import { panelIn, type Workbench } from './support/workbench.ts';

let vscode: VsCode;
let window: Workbench;

beforeAll(async () => {
  vscode = await openVsCode();
  window = await vscode.openSample('figure-1');
  await window.run('View: Close Primary Side Bar');
});
afterAll(() => vscode?.close());
beforeEach(({ task, onTestFailed }) => onTestFailed(() => window.photographFailure(task.name)));

test('a queue manager fails by a click, and messages go round it', async () => {
  await window.setTheme('Dark Modern');
  await window.openFile('QM4.mqsc');
  await window.run('MQSC: Simulate Cluster');
  const panel = window.panel();
  await panel.getByTestId('queue-manager-QM2').waitFor();
  const timeline = panel.getByTestId('timeline');
  const { width = 0, height = 0 } = (await timeline.boundingBox()) ?? {};
  await timeline.click({ position: { x: width * 0.3, y: height / 2 } });
  await panel.getByTestId('power-QM2').click();
  await panel.locator('[data-testid=queue-manager-QM2] .card.down').waitFor();
  await panel.getByTestId('mark-failure').first().waitFor();

  await panel.getByTestId('play').click();
  const before = await panel.getByTestId('clock').innerText();
  await expect.poll(() => panel.getByTestId('clock').innerText()).not.toBe(before);
  await panel.locator('.channel.running').first().waitFor({ state: 'attached' });
  await panel.getByTestId('play').click();
  // On to an event while messages are on the wire.
  await timeline.focus();
  const event = async () => Number(await panel.getByTestId('event-index').innerText());
  while ((await event()) < 134) await window.page.keyboard.press('ArrowRight');
  await window.screenshot('simulation-dark');

  await panel.getByRole('tab', { name: 'Outcome' }).click();
  await panel.getByTestId('outcome').waitFor();
});

test('the run with the failure is compared with the one before it', async () => {
  const panel = window.panel();
  const comparison = panel.getByTestId('comparison');
  // Wide enough for the map and the comparison side by side.
  await window.page.setViewportSize({ width: 1800, height: 900 });
  await comparison.getByTestId('parting').waitFor();
  await comparison.getByText('Messages that end elsewhere').waitFor();
  await window.screenshot('compare-runs-dark');
  await window.page.setViewportSize({ width: 1400, height: 900 });
  const same = /same for (\d+) events/.exec(await comparison.getByTestId('parting').innerText())?.[1];
  await comparison.getByRole('button', { name: /They part at/ }).click();
  await panel.getByText(`event ${Number(same) + 1} of`).waitFor();
});

test('the map grows, shrinks and shows all again', async () => {
  const panel = window.panel();
  const card = panel.getByTestId('queue-manager-QM1');
  const widthOf = async () => Math.round((await card.boundingBox())?.width ?? 0);
  const showAll = panel.getByRole('button', { name: 'Show the whole cluster' });
  await showAll.click();
  const before = await widthOf();
  await panel.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(widthOf).toBeGreaterThan(before);
  await panel.getByRole('button', { name: 'Zoom out' }).click();
  await panel.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(widthOf).toBeLessThan(before);
  await showAll.click();
  await expect.poll(widthOf).toBe(before);
});

test('a route is explained step by step', async () => {
  await window.setTheme('Dark High Contrast');
  await window.run('MQSC: Explain Route…');
  await window.pick('Q3');
  await window.pick('QM1');
  await window.pick('Not fixed');
  const decision = window.panel().getByTestId('decision');
  await textOf(decision).toMatch(/QM1 chose QM[24] for Q3/);
  await window.screenshot('explain-contrast');
  await window.run('View: Close Editor');
});

test('a scenario file runs', async () => {
  await window.setTheme('Light Modern');
  await window.openFile('qm2-fails.mqsim.yaml');
  await window.run('MQSC: Run Scenario');
  await window.panel().getByTestId('mark-failure').first().waitFor();
});

test('a failure campaign shows what breaks, and the definition to change', async () => {
  await window.setTheme('Dark Modern');
  await window.openFile('prices-overtake.mqsim.yaml');
  await window.run('MQSC: Run Failure Campaign');
  const panel = window.panel();
  await panel.getByTestId('campaign-summary').waitFor({ timeout: 120_000 });
  await panel.getByTestId('row-prices-at-QM2 stops-a-while').getByRole('button').click();
  await panel.getByTestId('campaign-cell').getByText('Keep one instance').waitFor();
  await panel.getByText('foretold, and it happens').waitFor();
  await window.screenshot('campaign-dark');
  await panel.getByRole('button', { name: /CLUSTER of QLOCAL\(PRICES\) on QM4/ }).click();
  await window.page.getByRole('tab', { name: 'QM4.mqsc', selected: true }).waitFor();
  await panel.getByRole('button', { name: 'Replay' }).click();
  await panel.getByTestId('outcome').waitFor();
});

test('the light bulb plays a finding forward', async () => {
  await window.openFile('QM4.mqsc');
  await window.goTo('DEFBIND(OPEN)');
  const menu = await window.openLightBulb(/Play forward/);
  await menu.getByText(/Play forward/).click();
  await window.panel().getByTestId('play').waitFor();
});

test('a run that moves to a window of its own is shown there', async () => {
  await window.openFile('QM1.mqsc');
  await window.run('MQSC: Simulate Cluster');
  const panel = window.panel();
  await panel.getByTestId('queue-manager-QM2').waitFor();
  await panel.getByTestId('power-QM2').click();
  await panel.getByText('Fail QM2 at 0 s').waitFor();
  const opened = window.page.waitForEvent('popup');
  await window.run('View: Move Editor into New Window');
  const page = await opened;
  await panelIn(page).getByTestId('queue-manager-QM2').waitFor();
  // With the failure that was clicked in.
  await panelIn(page).getByText('Fail QM2 at 0 s').waitFor();
  await page.close();
});
