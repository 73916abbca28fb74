import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CloneName } from '#core/ide/clones/comparison.ts';
import { open } from '../support/open.ts';
import { countOf, hasFocus, textOf } from '../support/shown.ts';
import { type ComparisonPage, type PanelBrowser, startPanelBrowser } from './support/panel-page.ts';

const orders: CloneName = { kind: 'queue', name: 'ORDERS', cluster: 'SALES' };

const three = `
  *- QM1.mqsc
  ALTER QMGR REPOS(SALES)
  DEFINE CHANNEL(SALES.QM1) CHLTYPE(CLUSRCVR) CONNAME('h1(1414)') CLUSTER(SALES)
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(OPEN) MAXMSGL(1000) BOQNAME(ORDERS.BO) BOTHRESH(3)
  DEFINE QLOCAL(ORDERS.BO)
  *- QM2.mqsc
  DEFINE CHANNEL(SALES.QM2) CHLTYPE(CLUSRCVR) CONNAME('h2(1414)') CLUSTER(SALES)
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED) CLWLPRTY(4) BOQNAME(ORDERS.BO) BOTHRESH(3) +
    DESCR('Orders that come in from the shops of the north, kept until the nightly run')
  *- QM3.mqsc
  DEFINE CHANNEL(SALES.QM3) CHLTYPE(CLUSRCVR) CONNAME('h3(1414)') CLUSTER(SALES)
  DEFINE QLOCAL(ORDERS) CLUSTER(SALES) DEFBIND(NOTFIXED) BOQNAME(ORDERS.BO) BOTHRESH(3) DESCR(+TEXT+)
`;

const many = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `*- QM${i}.mqsc\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES) MAXDEPTH(${i < 3 ? 10 + i : 5000}) DEFPSIST(${i === 7 ? 'NO' : 'YES'})\n`,
  ).join('');

/** The real bundle in a plain browser, with what the core says of MQSC. */
describe('the page that compares clones', { retry: 1 }, () => {
  let browser: PanelBrowser;

  beforeAll(async () => {
    browser = await startPanelBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  const show = async (opened: ComparisonPage, marked: string): Promise<void> => {
    const comparison = open(marked).service.compareClones(orders);
    const request = { ...orders, near: null };
    await opened.tell(comparison ? { type: 'compare', comparison, request } : { type: 'gone', of: orders });
    await opened.page.getByRole('heading', { name: 'ORDERS', exact: true }).waitFor();
  };
  const start = async (marked: string, options: Parameters<PanelBrowser['openComparison']>[0] = {}) => {
    const opened = await browser.openComparison(options);
    await show(opened, marked);
    return opened;
  };

  it('says what differs first, and by how much it matters', async () => {
    const { page, faults, close } = await start(three);
    const section = page.getByTestId('section-instances');
    const keywords = await section.locator('tr.different .keyword').allInnerTexts();
    expect(keywords.slice(0, 2)).toEqual(['DEFBIND', 'MAXMSGL']);
    const row = section.getByTestId('row-DEFBIND');
    await textOf(row).toMatch(/must match[\s\S]*clone-defbind-differs[\s\S]*≠\s*OPEN[\s\S]*NOTFIXED/);
    await countOf(row.locator('td.odd')).toBe(1);
    await textOf(page.getByTestId('summary')).toContain('3 instances');
    expect(faults).toEqual([]);
    await close();
  });

  it('folds away what does not differ, and unfolds it', async () => {
    const { page, close } = await start(three);
    const section = page.getByTestId('section-instances');
    const fold = section.getByRole('button', { name: /attributes do not differ/ });
    await countOf(section.locator('tr.alike')).toBe(0);
    await fold.click();
    await textOf(section.getByTestId('row-DEFPSIST')).toContain('NO');
    await textOf(section.getByTestId('row-DEFPSIST').locator('td').first()).toContain('default');
    await close();
  });

  it('is walked through by the keyboard, leads to definitions and offers to change', async () => {
    const opened = await start(three);
    const { page } = opened;
    const cells = page.getByTestId('section-instances').getByTestId('row-DEFBIND').locator('td');
    await page.keyboard.press('Tab');
    while (!(await cells.first().evaluate((one) => one === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await hasFocus(cells.nth(1));
    await page.keyboard.press('Enter');
    await expect.poll(() => opened.said('reveal')).toMatchObject([{ at: { source: 'QM2.mqsc' } }]);
    await page.keyboard.press('F2');
    await expect
      .poll(() => opened.said('change'))
      .toEqual([
        { type: 'change', cell: { of: orders, section: 'instances', keyword: 'DEFBIND', queueManager: 'QM2' } },
      ]);
    await page.keyboard.press('Control+End');
    const last = page.locator('tbody td').last();
    await hasFocus(last);
    await page.keyboard.press('Control+Home');
    await hasFocus(cells.first());
    await opened.close();
  });

  it('does the same by the mouse', async () => {
    const opened = await start(three);
    const row = opened.page.getByTestId('row-DEFBIND');
    await row.locator('td').first().locator('.shown').click();
    await row.locator('td').nth(1).getByRole('button', { name: 'Make equal to another' }).click();
    await row.getByRole('button', { name: 'clone-defbind-differs' }).click();
    await opened.page.getByRole('button', { name: 'Another queue…' }).click();
    await expect.poll(() => opened.said('reveal')).toHaveLength(1);
    await expect.poll(() => opened.said('change')).toHaveLength(1);
    await expect.poll(() => opened.said('openRule')).toEqual([{ type: 'openRule', code: 'clone-defbind-differs' }]);
    await expect.poll(() => opened.said('choose')).toHaveLength(1);
    await opened.close();
  });

  it('follows the files, with the same cell in focus and the same rows unfolded', async () => {
    const opened = await start(three);
    const { page } = opened;
    const section = page.getByTestId('section-instances');
    await section.getByRole('button', { name: /do not differ/ }).click();
    const cell = section.getByTestId('row-MAXMSGL').locator('td').nth(2);
    await cell.focus();
    await show(opened, three.replace('DEFBIND(OPEN)', 'DEFBIND(NOTFIXED)'));
    await section.locator('tr.different', { hasText: 'DEFBIND' }).waitFor({ state: 'detached' });
    await countOf(section.locator('tr.alike', { hasText: 'DEFBIND' })).toBe(1);
    await hasFocus(cell);
    await opened.close();
  });

  it('leads to what differs where it is out of sight', async () => {
    const { page, close } = await start(many(30), { width: 700 });
    const row = page.getByTestId('row-DEFPSIST');
    const odd = row.locator('td.odd');
    const isInSight = () => odd.evaluate((one) => one.getBoundingClientRect().right <= window.innerWidth);
    expect(await isInSight()).toBe(false);
    await row.getByRole('button', { name: '1 of 30 differs' }).click();
    await hasFocus(odd);
    await expect.poll(isInSight).toBe(true);
    await close();
  });

  it('says so when there is one instance, and when there is none', async () => {
    const opened = await start('*- QM1.mqsc\nDEFINE QLOCAL(ORDERS) CLUSTER(SALES)\n');
    await opened.page.getByText('there is nothing to compare it with').waitFor();
    await countOf(opened.page.getByTestId('row-DEFBIND')).toBe(1);
    await show(opened, '*- QM1.mqsc\nDEFINE QLOCAL(ORDERS)\n');
    await opened.page.getByText('No file defines ORDERS in cluster SALES any more.').waitFor();
    await opened.close();
  });

  it.each([
    { width: 360, height: 700, marked: three },
    { width: 1280, height: 800, marked: many(30) },
  ])('scrolls sideways under a first column that stays, at $width px', async ({ width, height, marked }) => {
    const { page, faults, close } = await start(marked, { width, height });
    const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(overhang).toBeLessThanOrEqual(0);
    await page.locator('.table-scroll').evaluate((room) => room.scrollTo(10_000, 0));
    const row = page.locator('tr.different').first();
    const last = row.locator('td').last();
    const rightEnd = async () => (await last.boundingBox()) ?? { x: 0, width: 0 };
    await expect
      .poll(async () => {
        const { x, width: wide } = await rightEnd();
        return x + wide;
      })
      .toBeLessThanOrEqual(width);
    const [head, end] = [await row.locator('th').boundingBox(), await last.boundingBox()];
    expect(head?.x).toBe(0);
    expect(end?.x ?? 0).toBeGreaterThanOrEqual((head?.width ?? 0) - 1);
    expect(faults).toEqual([]);
    await close();
  });
});
