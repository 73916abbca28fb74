import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { devPlan } from '../../client/webview/dev-plan.ts';
import { planFrom } from '../support/scenario.ts';
import { textOf } from '../support/shown.ts';
import { type Panel, type PanelBrowser, startPanelBrowser } from './support/panel-page.ts';

/** A slow wire full of messages, and an arrow with its label. */
const busyWire = planFrom(`name: A busy wire
until: 20s
definitions:
  QM1: ""
  QM2: "DEFINE QLOCAL(Q) CLUSTER(CL) DEFBIND(NOTFIXED)"
clusters: { CL: { members: [QM1, QM2], fullRepositories: [QM1, QM2] } }
network: { latency: 2s }
applications:
  - { name: orders, kind: producer, queueManager: QM1, queue: Q, count: 200, every: 20ms }
`);

describe('the map of the cluster', { retry: 1 }, () => {
  let browser: PanelBrowser;
  let panel: Panel;

  beforeAll(async () => {
    browser = await startPanelBrowser();
    panel = await browser.open();
    await panel.show(busyWire);
    await panel.page.getByTestId('timeline').focus();
    for (let i = 0; i < 30; i++) await panel.page.keyboard.press('Shift+ArrowRight');
  }, 120_000);
  afterAll(() => browser?.close());

  it('shows the label of an arrow over the messages that go by', async () => {
    const { page } = panel;
    const label = page.getByTestId('channel-QM1-QM2');
    await textOf(label).toBe('100 sent');
    const box = await label.boundingBox();
    if (box === null) throw new Error('the label is not drawn');
    const showDots = (visibility: '' | 'hidden') =>
      page.locator('canvas.dots').evaluate((one, value) => {
        one.style.visibility = value;
      }, visibility);
    const look = async (aside: number) => {
      const { x, y, width, height } = box;
      const clip = { x: x - aside, y, width: width + 2 * aside, height };
      return (await page.screenshot({ clip })).toString('base64');
    };
    // The ends of a label are round: dots are seen beside them.
    const inner = -box.height / 2;
    const [withDots, around] = [await look(inner), await look(20)];
    await showDots('hidden');
    const [without, aroundWithout] = [await look(inner), await look(20)];
    await showDots('');
    expect(without).toBe(withDots);
    expect(aroundWithout).not.toBe(around);
    await label.click();
    await textOf(page.getByTestId('details')).toMatch(/^Channel CL.QM2/);
  });

  it('says of a broken link that it is broken, and not that its channel runs', async () => {
    const { page } = panel;
    await page.getByRole('button', { name: 'Break the link QM1 – QM2 now' }).click();
    await page.getByRole('button', { name: 'Repair the link QM1 – QM2 now' }).waitFor();
    const label = page.getByTestId('channel-QM1-QM2');
    for (const key of ['PageUp', 'ArrowLeft', 'ArrowRight', 'ArrowRight']) {
      await page.getByTestId('timeline').press(key);
      await textOf(label).not.toContain('running');
    }
    await textOf(label).toContain('link broken');
  });

  it('lets go of what is selected by a click between the cards', async () => {
    const { page } = panel;
    await page.getByTestId('queue-manager-QM1').locator('.card-head').click();
    await textOf(page.locator('.side h3')).toContain('Queue manager QM1');
    const [from, to] = await Promise.all(
      ['QM1', 'QM2'].map((name) => page.getByTestId(`queue-manager-${name}`).boundingBox()),
    );
    const x = ((from?.x ?? 0) + (from?.width ?? 0) + (to?.x ?? 0)) / 2;
    await page.mouse.click(x, (from?.y ?? 0) + 8);
    await textOf(page.locator('.side h3')).toBe('Nothing selected');
  });

  it('shows the name of a queue manager that is down, however small its card', async () => {
    const many = await browser.open({ width: 1400, height: 900 });
    await many.show(devPlan(40));
    await many.page.getByTestId('power-QM2').click();
    const card = many.page.getByTestId('queue-manager-QM2');
    await textOf(card).toContain('down');
    const isCut = card.locator('.card-head .name').evaluate((name) => name.scrollWidth > name.clientWidth);
    expect(await isCut).toBe(false);
    await many.close();
  });
});
