import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planFrom } from '../support/scenario.ts';
import { countOf, hasFocus, textOf } from '../support/shown.ts';
import { type Panel, type PanelBrowser, startPanelBrowser } from './support/panel-page.ts';

/** One message that is not persistent, to one instance. */
const plan = planFrom(`version: 1
name: one order
until: 2s
definitions:
  QM2: |
    ALTER QMGR DEADQ(DLQ)
    DEFINE QLOCAL(DLQ)
    DEFINE QLOCAL(Q3) CLUSTER(CL)
clusters: { CL: { members: [QM1, QM2], fullRepositories: [QM1] } }
applications:
  - { name: orders, kind: producer, queueManager: QM1, queue: Q3, count: 1 }
`);

describe('a failure campaign in the panel', { retry: 1 }, () => {
  let browser: PanelBrowser;
  let panel: Panel;
  let page: Panel['page'];

  // One page for all: a person goes on in it as well.
  beforeAll(async () => {
    browser = await startPanelBrowser();
    panel = await browser.open();
    page = panel.page;
    const findings = [{ code: 'split-affinity', detail: 'orders and payments' }];
    await panel.tell({ type: 'show', plan, request: { of: 'estate' }, title: plan.name, findings });
    await page.getByTestId('start-campaign').click();
    await page.getByTestId('campaign-summary').waitFor();
  }, 120_000);
  afterAll(() => browser?.close());

  it('runs in the worker and shows what harms, or every failure', async () => {
    await textOf(page.getByTestId('campaign-summary')).toMatch(/^Of \d+ failures, \d+ lose messages/);
    const harmful = await page.locator('tbody tr').count();
    await textOf(page.getByTestId('row-QM2 crashes-a-while')).toContain('Breaks');
    await countOf(page.getByTestId('row-orders stops-a-while')).toBe(0);
    await page.getByLabel(/^All failures/).check();
    await textOf(page.getByTestId('row-orders stops-a-while')).toContain('Unharmed');
    await countOf(page.locator('tbody tr')).toBeGreaterThan(harmful);
    expect(page.workers()).toHaveLength(1);
    expect(panel.faults).toEqual([]);
  });

  it('opens a cell by the keyboard, and goes to the definition to change', async () => {
    const cells = page.locator('.matrix button');
    await cells.first().focus();
    for (const [key, now] of [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
    ] as const) {
      await page.keyboard.press(key);
      await hasFocus(cells.nth(now));
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => cells.nth(1).getAttribute('aria-pressed')).toBe('true');
    const details = page.getByTestId('campaign-cell');
    await textOf(details).toContain('Let the messages be persistent by default');
    await details.getByText('DEFPSIST of QLOCAL(Q3) on QM2: NO → YES').click();
    await expect.poll(() => panel.said('reveal')).toHaveLength(1);
    await page.keyboard.press('End');
    await details.getByRole('button', { name: 'Close' }).click();
    await countOf(details).toBe(0);
  });

  it('keeps the figures of a failure in sight in a narrow panel, and fills a wide one', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    const rightOf = async (cell: number) => {
      const box = await page.locator('.matrix .cell').nth(cell).boundingBox();
      return (box?.x ?? 999) + (box?.width ?? 0);
    };
    await expect.poll(() => rightOf(0)).toBeLessThan(400);
    await expect.poll(() => rightOf(1)).toBeLessThan(400);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(async () => (await page.locator('.campaign-stage').boundingBox())?.height).toBeGreaterThan(700);
  });

  it('replays the smallest scenario, and comes back', async () => {
    await page.getByTestId('row-QM1 crashes-a-while').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Save scenario' }).click();
    await expect.poll(() => panel.said('saveScenario')).toHaveLength(1);
    const [saved] = await panel.said('saveScenario');
    expect(saved?.plan.expectations).toEqual(['totals.lost == 0']);
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByTestId('outcome').waitFor();
    await textOf(page.getByTestId('total-lost')).toContain('1');
    // Newer definitions of the estate are not those of the replay.
    await panel.tell({ type: 'changed', plan: { ...plan, untilUs: 1 } });
    await countOf(page.getByTestId('changed-bar')).toBe(0);
    await page.getByRole('button', { name: 'Back to the campaign' }).click();
    await page.getByTestId('campaign-cell').waitFor();
    await page.getByRole('button', { name: 'Back to the run' }).click();
    await page.getByRole('heading', { name: 'one order', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Failure campaign' }).click();
  });

  it('compares with the findings, and opens the page of a rule', async () => {
    await page.getByText('foretold, but it did not happen here').waitFor();
    await page.getByRole('button', { name: 'split-affinity' }).click();
    await expect.poll(() => panel.said('openRule')).toMatchObject([{ code: 'split-affinity' }]);
  });

  it('is called off when asked, with what is known by then', async () => {
    // So large that it cannot be done before anybody presses the button.
    const large = {
      ...plan,
      applications: plan.applications.map((one) =>
        one.kind === 'producer' ? { ...one, count: 20_000, intervalUs: 500 } : one,
      ),
    };
    await panel.show(large);
    await panel.tell({ type: 'runCampaign' });
    await page.getByText(/Trying every failure: \d+ of/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('It was called off before its end.').waitFor();
    expect(panel.faults).toEqual([]);
  });
});
