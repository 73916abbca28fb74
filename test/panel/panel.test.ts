import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '#core/sim/run.ts';
import { traceLines } from '#core/sim/trace-file.ts';
import { devPlan } from '../../client/webview/dev-plan.ts';
import { countOf, hasFocus, textOf } from '../support/shown.ts';
import { type Panel, type PanelBrowser, startPanelBrowser } from './support/panel-page.ts';

/** The real bundle in a plain browser, driven as a person would. */
describe('the panel', { retry: 1 }, () => {
  let browser: PanelBrowser;
  let panel: Panel;

  beforeAll(async () => {
    browser = await startPanelBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  const start = async (options: Parameters<PanelBrowser['open']>[0] = {}, count = 4): Promise<Panel> => {
    panel = await browser.open(options);
    await panel.show(devPlan(count));
    return panel;
  };
  const press = async (key: string, times = 1): Promise<void> => {
    for (let i = 0; i < times; i++) await panel.page.keyboard.press(key);
  };
  const index = async (): Promise<number> => Number(await panel.page.getByTestId('event-index').innerText());
  const isAt = (event: number): Promise<void> => expect.poll(index).toBe(event);
  /** The keys of the timeline move the clock. */
  const focusTimeline = async (): Promise<void> => {
    await panel.page.getByTestId('timeline').focus();
    await hasFocus(panel.page.getByTestId('timeline'));
  };

  it('runs a plan in a worker, within its own policy', async () => {
    const { page, faults } = await start();
    await page.getByTestId('queue-manager-QM1').waitFor();
    expect(page.workers()).toHaveLength(1);
    expect(faults).toEqual([]);
    await panel.close();
  });

  it('says it is ready before anything is shown', async () => {
    panel = await browser.open();
    await panel.page.getByText('Preparing the run').waitFor();
    await expect.poll(() => panel.said('ready')).toHaveLength(1);
    await panel.close();
  });

  it('goes through the run by the keyboard alone', async () => {
    const { page } = await start();
    await focusTimeline();
    await press('Home');
    await press('ArrowRight', 12);
    await isAt(12);
    await press('ArrowLeft', 3);
    await isAt(9);
    await press('End');
    await textOf(page.getByTestId('queue-manager-QM1')).toContain('put 12');
    await press('Home');
    await isAt(0);
    await page.getByRole('button', { name: 'Step', exact: true }).focus();
    await press('Enter');
    await isAt(1);
    await textOf(page.getByTestId('announcement')).not.toBe('');
    await panel.close();
  });

  it('plays, pauses and ends by itself', async () => {
    const { page } = await start();
    const play = page.getByRole('button', { name: 'Play', exact: true });
    // So slow that it cannot be at its end before anybody looks.
    await page.getByLabel('Speed').selectOption('0.1');
    await play.click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await play.click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.getByLabel('Speed').selectOption('10');
    await play.waitFor();
    await countOf(page.getByText('took 6')).toBe(2);
    await panel.close();
  });

  it('tells who cannot see it what fails while it plays', async () => {
    panel = await browser.open();
    const { page } = panel;
    const action = { do: 'fail-queue-manager', queueManager: 'QM2' } as const;
    await panel.show({ ...devPlan(4), events: [{ atUs: 310_000, action }] });
    const said = page.getByTestId('announcement').evaluate(
      (region) =>
        new Promise<string>((resolve) => {
          const listen = () => region.textContent.includes('QM2 is down') && resolve(region.textContent);
          new MutationObserver(listen).observe(region, { characterData: true, childList: true, subtree: true });
        }),
    );
    await page.getByLabel('Speed').selectOption('4');
    await page.getByTestId('play').click();
    expect(await said).toContain('QM2 is down: failed');
    await panel.close();
  });

  it('fails a queue manager by a click at the moment shown, and takes it back', async () => {
    const { page } = await start();
    await focusTimeline();
    await press('ArrowRight', 30);
    const before = await page.getByTestId('clock').innerText();
    await page.getByTestId('power-QM2').click();
    await page.getByRole('button', { name: 'Start QM2 at this moment' }).waitFor();
    await textOf(page.getByTestId('clock')).toBe(before);
    await textOf(page.getByTestId('queue-manager-QM2')).toContain('down');
    await page.getByRole('tab', { name: 'Outcome' }).click();
    await textOf(page.getByTestId('comparison')).toContain('ORDERS on QM4: arrived');
    await countOf(page.getByTestId('mark-failure')).toBe(1);
    await page.getByTestId('mark-failure').click();
    await page.getByRole('button', { name: /Take back: Fail QM2/ }).click();
    await page.getByRole('button', { name: 'Fail QM2 at this moment' }).waitFor();
    await countOf(page.getByTestId('mark-failure')).toBe(0);
    await panel.close();
  });

  it('compares with a run that was kept, and with one in a file', async () => {
    const { page } = await start();
    const comparison = page.getByTestId('comparison');
    await page.getByRole('tab', { name: 'Outcome' }).click();
    await page.getByRole('button', { name: 'Keep this run to compare' }).click();
    await page.getByText('event by event').waitFor();
    await focusTimeline();
    await press('ArrowRight', 30);
    await page.getByTestId('power-QM2').click();
    await textOf(page.getByTestId('parting')).toContain('QM2 is down');
    const parting = await page.getByTestId('parting').innerText();
    const same = Number(/The same for (\d+) events/.exec(parting)?.[1]);
    await page.getByRole('button', { name: /They part at/ }).click();
    await isAt(same + 1);
    // A second change is compared with the kept run as well, not with the one between.
    await page.getByRole('button', { name: 'Run with the next seed' }).click();
    await textOf(page.getByTestId('outcome')).toContain('seed 2');
    await textOf(page.getByTestId('announcement')).toContain('Seed 2, ran again');
    await textOf(comparison).toContain('that you kept: seed 1, nothing fails');
    const fate = page.getByTestId('message-differences').locator('li').first();
    await textOf(fate).toMatch(/order-entry, no\. \d+\s*processed by worker-1 on QM2 →,? ?(now )? ?/);
    await fate.getByRole('button').click();
    await page.getByTestId('life').waitFor();

    await page.getByRole('tab', { name: 'Outcome' }).click();
    const lines = [...traceLines(run(devPlan(2), { detail: 'full' }))].join('\n');
    const file = (text: string) => ({ name: 'other.jsonl', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByTestId('trace-file').setInputFiles(file(lines));
    await page.getByText('Compared with the run in other.jsonl').waitFor();
    await page.getByTestId('trace-file').setInputFiles(file('no trace'));
    await textOf(page.getByRole('alert')).toBe('other.jsonl: it is no trace of mqsc simulate');
    await page.getByRole('button', { name: 'Let go' }).click();
    await page.getByText('choose what to compare it with').waitFor();
    await panel.close();
  });

  it('fails and repairs with the keyboard and from the context menu', async () => {
    const { page } = await start();
    const head = (name: string) => page.getByTestId(`queue-manager-${name}`).locator('.card-head');
    await head('QM1').focus();
    await press('ArrowRight');
    await hasFocus(head('QM2'));
    await press('f');
    await page.getByRole('button', { name: 'Start QM2 at this moment' }).waitFor();
    await head('QM4').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Fail QM4 now' }).waitFor();
    await press('Escape');
    await countOf(page.getByRole('menuitem')).toBe(0);
    await hasFocus(head('QM4'));
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Fail QM4 now' }).waitFor();
    await press('Enter');
    await page.getByRole('button', { name: 'Start QM4 at this moment' }).waitFor();
    await panel.close();
  });

  it('switches a queue manager over to its standby, by a click, a key and from the context menu', async () => {
    panel = await browser.open();
    const { page } = panel;
    const takeovers = [{ queueManager: 'QM2', afterUs: 300_000, host: 'S2' }];
    const hosts = [{ name: 'S1', queueManagers: ['QM2'], applications: [] }];
    const isDone = (): Promise<void> =>
      textOf(page.getByTestId('announcement')).toContain('Switch QM2 over, ran again');
    await panel.show({ ...devPlan(4), takeovers, hosts });
    const head = page.getByTestId('queue-manager-QM2').locator('.card-head');
    await countOf(page.getByRole('button', { name: 'Switch QM4 over at this moment' })).toBe(0);
    await page.getByRole('button', { name: 'Switch QM2 over at this moment' }).click();
    await isDone();
    await focusTimeline();
    await press('End');
    await textOf(head).toContain('on S2');
    await head.focus();
    await press('s');
    await isDone();
    await focusTimeline();
    await press('Home');
    await textOf(page.getByTestId('announcement')).not.toContain('ran again');
    await head.focus();
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Switch QM2 over now' }).click();
    await isDone();
    await panel.close();
  });

  it('gives the context menu the keys as soon as it is there, before it is painted', async () => {
    const { page } = await start();
    const focused = await page
      .getByTestId('queue-manager-QM1')
      .locator('.card-head')
      .evaluate(async (head) => {
        head.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
        // Rendering waits for a few microtasks, painting for the next frame.
        for (let i = 0; i < 5; i++) await Promise.resolve();
        return document.activeElement?.textContent;
      });
    expect(focused).toBe('Fail QM1 now');
    await panel.close();
  });

  it('keeps the focus near when the button that has it goes away', async () => {
    const { page } = await start();
    await page.getByTestId('queue-manager-QM2').locator('.card-head').click();
    await page.getByRole('button', { name: 'Fail QM2 now' }).press('Enter');
    await hasFocus(page.getByRole('button', { name: 'Start QM2 now' }));
    await page.getByRole('tab', { name: 'Events' }).click();
    await page.getByRole('button', { name: 'why?' }).first().press('Enter');
    await page.getByTestId('decision').waitFor();
    await hasFocus(page.getByRole('tabpanel', { name: 'Details' }));
    await page.getByRole('button', { name: /^Take back: Fail QM2/ }).press('Enter');
    await hasFocus(page.getByRole('main'));
    await panel.close();
  });

  it('breaks a link from a channel', async () => {
    const { page } = await start();
    await focusTimeline();
    await press('ArrowRight', 40);
    await page.getByTestId('channel-QM1-QM4').click();
    await page.getByRole('button', { name: 'Break the link QM1 – QM4 now' }).click();
    await page.getByRole('button', { name: 'Repair the link QM1 – QM4 now' }).waitFor();
    await panel.close();
  });

  it('explains a decision and leads to the definition', async () => {
    const { page } = await start();
    await focusTimeline();
    await press('ArrowRight', 20);
    await page.getByRole('tab', { name: 'Events' }).click();
    await page.getByRole('button', { name: 'why?' }).first().click();
    const decision = page.getByTestId('decision');
    await textOf(decision).toContain('QM1 chose QM2 for ORDERS');
    await textOf(decision).toContain('Least recently used');
    await textOf(decision).toContain('QM4');
    await decision.getByRole('button', { name: 'QM4', exact: true }).click();
    await expect
      .poll(() => panel.said('reveal'))
      .toEqual([{ type: 'reveal', at: { source: 'QM4.mqsc', span: { start: 10, end: 22 } } }]);
    await panel.close();
  });

  it('tells the life of a message that a failure left behind', async () => {
    const { page } = await start();
    await focusTimeline();
    await press('ArrowRight', 30);
    await page.getByTestId('power-QM2').click();
    await page.getByRole('button', { name: 'Start QM2 at this moment' }).waitFor();
    await focusTimeline();
    await press('End');
    await page.getByRole('button', { name: /^ORDERS on QM2: 1 message now/ }).click();
    await page.getByRole('button', { name: /^Message \d+$/ }).click();
    const life = page.getByTestId('life');
    await textOf(life).toMatch(/order-entry put message \d+ to ORDERS/);
    await textOf(page.getByTestId('decision')).toContain('QM1 chose QM2');
    await textOf(page.getByTestId('moves-on')).toContain('Start QM2 again');
    const end = await index();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as sequence diagram' }).click();
    await textOf(page.getByText('Copied.')).toContain('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^sequenceDiagram\n {2}participant p0 as /,
    );
    await life.getByRole('button').first().click();
    await expect.poll(index).toBeLessThan(end);
    await panel.close();
  });

  it('leads from a moving dot to its message', async () => {
    const { page } = await start();
    await page.getByRole('tab', { name: 'Events' }).click();
    await page.getByText('Message 1 left QM1 for QM2').click();
    await page.locator('.channel.running').waitFor({ state: 'attached' });
    const whereTheDotIs = () =>
      page.evaluate(() => {
        const line = document.querySelector<SVGPathElement>('.channel.running .line');
        const place = line?.getScreenCTM();
        const start = line?.getPointAtLength(0);
        if (!place || !start) return { x: 0, y: 0 };
        const { x, y } = start.matrixTransform(place);
        return { x, y };
      });
    let dot = { x: 0, y: 0 };
    // The map may still be fitted to its room.
    await expect
      .poll(async () => {
        const before = dot;
        dot = await whereTheDotIs();
        return dot.x !== 0 && dot.x === before.x && dot.y === before.y;
      })
      .toBe(true);
    await page.mouse.click(dot.x, dot.y);
    await textOf(page.getByTestId('details')).toContain('Message 1');
    await textOf(page.getByTestId('details')).toContain('on its way to QM2');
    await panel.close();
  });

  it('says that a run was cut short, where that was, and what it found there', async () => {
    panel = await browser.open({ width: 360, height: 900 });
    // A program that looks so often is the quickest way to more events than a trace takes.
    const watcher = { kind: 'amqsclm', queueManager: 'QM2', queue: 'ORDERS', everyUs: 10, resends: false } as const;
    await panel.show({ ...devPlan(4), monitors: [watcher] });
    const { page } = panel;
    await textOf(page.getByTestId('cut-bar')).toMatch(/^This run is cut short at [\d.]+ s, after 20\d{5} events/);
    await page.getByRole('tab', { name: 'Outcome' }).click();
    await textOf(page.getByTestId('outcome')).toMatch(/^The run until it was cut short at/);
    await textOf(page.getByTestId('outcome')).toContain('run-cut-short');
    await countOf(page.getByRole('button', { name: 'run-cut-short' })).toBe(0);
    await countOf(page.getByRole('button', { name: 'clone-defbind-differs' })).toBe(1);
    await panel.close();
  });

  it('leaves a narrow page where it is while the list of events follows', async () => {
    const { page } = await start({ width: 400, height: 700 });
    await page.getByRole('tab', { name: 'Events' }).click();
    await focusTimeline();
    await press('Home');
    await page.evaluate(() => window.scrollTo(0, 0));
    await press('ArrowRight', 40);
    await isAt(40);
    await countOf(page.locator('.event.now')).toBe(1);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await panel.close();
  });

  it('hands the plan with all changes over to be saved', async () => {
    const { page } = await start();
    await page.getByTestId('power-QM3').click();
    await page.getByTestId('seed').fill('7');
    await press('Enter');
    await page.getByTestId('save-scenario').click();
    await expect.poll(() => panel.said('saveScenario')).toHaveLength(1);
    const [saved] = await panel.said('saveScenario');
    expect(saved?.plan.seed).toBe(7);
    expect(saved?.plan.events).toEqual([{ atUs: 0, action: { do: 'fail-queue-manager', queueManager: 'QM3' } }]);
    await panel.close();
  });

  it('offers to run changed definitions and shows what changed', async () => {
    const { page } = await start();
    const plan = devPlan(4);
    await panel.tell({
      type: 'changed',
      plan: { ...plan, queueManagers: plan.queueManagers.filter((one) => one.name !== 'QM4') },
    });
    await page.getByTestId('changed-bar').getByRole('button', { name: 'Run again with seed 1' }).click();
    await page.getByTestId('queue-manager-QM4').waitFor({ state: 'detached' });
    await textOf(page.getByTestId('comparison')).toContain('ORDERS on QM2: arrived');
    await panel.close();
  });

  it('shows one decision that was asked for', async () => {
    panel = await browser.open();
    await panel.tell({
      type: 'explain',
      question: { from: 'QM1', queue: 'ORDERS' },
      decision: {
        id: 0,
        atUs: 0,
        queueManager: 'QM1',
        queue: 'ORDERS',
        occasion: 'open',
        bind: 'on-open',
        message: undefined,
        candidates: [],
        steps: [],
        chosen: undefined,
        reason: 2085,
      },
    });
    await textOf(panel.page.getByTestId('decision')).toContain('2085');
    await panel.close();
  });

  it('shows very many queue managers by their names, with the arrows still to be clicked, and all of a card from near', async () => {
    const { page, faults } = await start({ width: 1400, height: 900 }, 120);
    const card = (name: string) => page.locator(`[data-queue-manager="${name}"]`);
    const head = (name: string) => card(name).locator('.card-head');
    await countOf(page.locator('.small-card')).toBe(120);
    expect(await page.locator('.channel').count()).toBe(0);
    await focusTimeline();
    await press('End');
    await head('QM1').focus();
    await press('ArrowRight');
    await countOf(page.locator('.small-card:focus')).toBe(1);
    await press('f');
    await expect.poll(() => page.locator('.small-card.down').count()).toBe(1);

    // The arrow from QM1 to QM2 ends between them.
    const [from, to] = [await card('QM1').boundingBox(), await card('QM2').boundingBox()];
    const middle = (box: typeof from) => ({
      x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
    });
    const [a, b] = [middle(from), middle(to)];
    const isSelected = async () => {
      for (const aside of [-6, -3, 0, 3, 6]) {
        await page.mouse.click((a.x + b.x) / 2, (a.y + b.y) / 2 + aside);
        if (/^Channel /m.test(await page.locator('.side').innerText())) return true;
      }
      return false;
    };
    await expect.poll(isSelected).toBe(true);

    for (let step = 0; step < 6; step++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await countOf(page.locator('.small-card')).toBe(0);
    await countOf(page.locator('.card')).toBe(120);
    await page.getByRole('button', { name: 'Show the whole cluster' }).click();
    await countOf(page.locator('.small-card')).toBe(120);
    expect(faults).toEqual([]);
    await panel.close();
  });

  it('passes a large map with few stops of Tab, and comes back to the card it left', async () => {
    const { page } = await start({ width: 1400, height: 900 }, 40);
    const head = (name: string) => page.getByTestId(`queue-manager-${name}`).locator('.card-head');
    const details = page.getByRole('tab', { name: 'Details' });
    await page.getByLabel('Speed').focus();
    const toDetails = async (key: string) => {
      for (let stops = 1; stops < 30; stops++) {
        await press(key);
        if (await details.evaluate((tab) => tab === document.activeElement)) return stops;
      }
      return 30;
    };
    expect(await toDetails('Tab')).toBeLessThan(10);
    await head('QM6').focus();
    await press('Enter');
    await textOf(page.locator('.side h3').first()).toContain('Queue manager QM6');
    await press('Escape');
    await textOf(page.locator('.side h3').first()).toBe('Nothing selected');
    await hasFocus(head('QM6'));
    await press('Tab');
    await hasFocus(page.getByRole('button', { name: 'Fail QM6 at this moment' }));
    await panel.close();
  });

  it.each([400, 1200])('wraps names of 48 letters beside the map and above it, at %i px', async (width) => {
    panel = await browser.open({ width, height: 850 });
    const { page } = panel;
    const [queue, name] = [
      'EU.PAYMENTS.INSTRUCTIONS.INBOUND.HIGH.VALUE.Q001',
      'EU.PAYMENTS.GATEWAY.PRODUCTION.FRANKFURT.QM00001',
    ];
    const plan = JSON.stringify(devPlan(4)).replaceAll('"ORDERS"', `"${queue}"`).replaceAll('QM2', name);
    await panel.show(JSON.parse(plan));
    await page.getByTestId(`power-${name}`).click();
    await page.getByTestId(`queue-manager-${name}`).locator('.card-head').click();
    const tooWide = () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.tab-content')].map((one) =>
          Math.max(0, one.scrollWidth - one.clientWidth),
        ),
      );
    await page.getByRole('button', { name: `Start ${name} now` }).waitFor();
    await expect.poll(tooWide).toEqual([0, 0]);
    await page.getByRole('tab', { name: 'Outcome' }).click();
    await textOf(page.getByTestId('comparison')).toContain('They part at');
    await expect.poll(tooWide).toEqual([0, 0]);
    await panel.close();
  });

  it.each([
    { width: 400, height: 900, count: 4 },
    { width: 1280, height: 800, count: 7 },
    { width: 1400, height: 900, count: 50 },
  ])('is neither cut off nor overlapping at $width px with $count queue managers', async ({ width, height, count }) => {
    const { page, faults } = await start({ width, height }, count);
    await focusTimeline();
    await press('Home');
    await press('ArrowRight', 40);
    await isAt(40);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0);
    const overlaps = () =>
      page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.node, .label')].map((one) => one.getBoundingClientRect());
        const room = document.querySelector('.room')?.getBoundingClientRect();
        const isOut = (box: DOMRect): boolean =>
          room !== undefined &&
          (box.left < room.left || box.right > room.right || box.top < room.top || box.bottom > room.bottom);
        const meet = (a: DOMRect, b: DOMRect): boolean =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return boxes.filter((box, i) => isOut(box) || boxes.slice(i + 1).some((other) => meet(box, other))).length;
      });
    await expect.poll(overlaps).toBe(0);
    expect(faults).toEqual([]);
    await panel.close();
  });
});
