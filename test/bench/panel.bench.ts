/*
 * The panel's real bundle in Chromium without a graphics processor: frames per second while 10,000 messages are on the wire
 * between 500 queue managers, beside bare pages that do nothing but draw as many dots, or none; and the time from a click on
 * the time line of a run of a million events to the frame that shows it. Frames depend on what else the machine does, so the
 * processor time of the page's thread is told as well: that is what a frame of 16.7 ms has to hold.
 *
 *   node test/bench/panel.bench.ts [messages on the wire] [queue managers] [events of the long run]
 */

import type { CDPSession, Page } from 'playwright-core';
import type { Plan } from '#core/scenario/plan.ts';
import { run } from '#core/sim/run.ts';
import { type Panel, startPanelBrowser } from '../panel/support/panel-page.ts';
import { planFrom } from '../support/scenario.ts';
import { median, milliseconds, quantile } from './statistics.ts';

const onTheWire = Number(process.argv[2] ?? 10_000);
const queueManagers = Number(process.argv[3] ?? 500);
const events = Number(process.argv[4] ?? 1_000_000);
const measuredMs = 4000;
const view = { width: 1600, height: 900 };

const browser = await startPanelBrowser();
for (const [what, plan] of [
  [`${queueManagers} queue managers`, network(queueManagers, onTheWire)],
  ['4 queue managers', network(4, 100)],
] as const) {
  const panel = await browser.open(view);
  await show(panel, plan);
  await seek(panel.page, 0.5);
  await panel.page.getByTestId('play').click();
  await panel.page.waitForTimeout(1000);
  report(`panel, ${what}`, await framesOf(panel.page));
  await panel.close();
}
for (const [name, dots] of [
  [`bare canvas, ${onTheWire} dots`, onTheWire],
  ['bare canvas, nothing on it', 0],
] as const) {
  const bare = await browser.open(view);
  await bare.page.evaluate(drawBarely, { dots, boxes: queueManagers });
  report(name, await framesOf(bare.page));
  await bare.close();
}
await showScrubbing();
await browser.close();

interface Frames {
  readonly perSecond: number;
  /** Milliseconds between frames. */
  readonly gaps: readonly number[];
  /** Milliseconds of the page's thread for each frame, and what of it is script. */
  readonly work: number;
  readonly script: number;
}

function report(name: string, { perSecond, gaps, work, script }: Frames): void {
  console.log(
    `${name.padEnd(28)} ${perSecond.toFixed(0).padStart(3)} frames/s, 95 % within ${milliseconds(quantile(gaps, 0.95))}; ${milliseconds(work)} of processor time for each frame, ${milliseconds(script)} of it script`,
  );
}

async function framesOf(page: Page): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await metricsOf(session);
  const gaps = await page.evaluate(async (ms) => {
    const times: number[] = [];
    await new Promise<void>((done) => {
      const tick = (now: number): void => {
        times.push(now);
        if (now - (times[0] ?? now) < ms) requestAnimationFrame(tick);
        else done();
      };
      requestAnimationFrame(tick);
    });
    return times.slice(1).map((time, i) => time - (times[i] ?? time));
  }, measuredMs);
  const after = await metricsOf(session);
  const count = gaps.length;
  const spent = (name: string): number => (1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0))) / count;
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return { perSecond: (1000 * count) / total, gaps, work: spent('TaskDuration'), script: spent('ScriptDuration') };
}

async function metricsOf(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

/** How long it takes from the plan to the drawn panel. */
async function show(panel: Panel, plan: Plan): Promise<number> {
  const started = performance.now();
  await panel.tell({ type: 'show', plan, request: { of: 'estate' }, title: plan.name });
  await panel.page.getByTestId('timeline').waitFor({ timeout: 240_000 });
  return performance.now() - started;
}

/** A click on the time line, and how long it takes until the frame that shows it is drawn. */
async function seek(page: Page, share: number): Promise<number> {
  return page.getByTestId('timeline').evaluate(async (line, at) => {
    const box = line.getBoundingClientRect();
    const where = { bubbles: true, button: 0, pointerId: 1, clientX: box.left + at * box.width, clientY: box.top + 9 };
    line.setPointerCapture = () => undefined;
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    line.dispatchEvent(new PointerEvent('pointerdown', where));
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
    return performance.now() - start;
  }, share);
}

async function showScrubbing(): Promise<void> {
  const plan = steady(events);
  const panel = await browser.open(view);
  const shown = await show(panel, plan);
  const first = await seek(panel.page, 0.99);
  const times: number[] = [];
  for (let i = 0; i < 60; i++) times.push(await seek(panel.page, ((i * 7919) % 997) / 997));
  const count = run(plan, { detail: 'full' }).log.length;
  console.log(
    `a run of ${count} events, from the plan to the panel: ${milliseconds(shown)}; first click near the end: ${milliseconds(first)}`,
  );
  console.log(
    `scrubbing in it, from the click to the frame: median ${milliseconds(median(times))}, 95 % within ${milliseconds(quantile(times, 0.95))}`,
  );
  await panel.close();
}

/** Half of the queue managers put, each to a queue on a neighbour; the wire is slow enough to have so many messages on it at once. */
function network(count: number, wanted: number): Plan {
  const pairs = Math.floor(count / 2);
  const each = Math.ceil(wanted / pairs);
  const seconds = 10;
  return planFrom(
    [
      `name: ${wanted} messages on the wire`,
      'until: 60s',
      'definitions:',
      ...Array.from(
        { length: pairs },
        (_, i) =>
          `  A${i}: ""\n  B${i}: "DEFINE QLOCAL(Q${i}) CLUSTER(CL) DEFBIND(NOTFIXED)\\nDEFINE CHANNEL(CL.B${i}) CHLTYPE(CLUSRCVR) CONNAME('b${i}') CLUSTER(CL) BATCHSZ(${Math.min(9999, 2 * each)})"`,
      ),
      `clusters: { CL: { members: [${Array.from({ length: pairs }, (_, i) => `A${i}, B${i}`).join(', ')}], fullRepositories: [A0, A1] } }`,
      `network: { latency: ${seconds}s, channelStart: 10ms }`,
      'applications:',
      ...Array.from(
        { length: pairs },
        (_, i) =>
          `  - { name: p${i}, kind: producer, queueManager: A${i}, queue: Q${i}, count: ${4 * each}, every: ${Math.max(1, Math.round((seconds * 1000) / each))}ms, startAt: ${i % 97}ms }`,
      ),
      ...Array.from(
        { length: Math.min(pairs, 250) },
        (_, i) => `  - { name: r${i}, kind: consumer, queueManager: B${i}, queue: Q${i}, service: { time: 1ms } }`,
      ),
    ].join('\n'),
  );
}

/** A run of some length: about seven events for each message. */
function steady(wanted: number): Plan {
  return planFrom(
    [
      'name: A long run',
      'until: 30d',
      'definitions:',
      '  QM1: ""',
      '  QM2: "DEFINE QLOCAL(Q) CLUSTER(CL) DEFBIND(NOTFIXED)"',
      '  QM3: ""',
      '  QM4: "DEFINE QLOCAL(Q) CLUSTER(CL) DEFBIND(NOTFIXED)"',
      'clusters: { CL: { members: [QM1, QM2, QM3, QM4], fullRepositories: [QM1, QM2] } }',
      'applications:',
      ...['QM1', 'QM3'].map(
        (at) =>
          `  - { name: from-${at}, kind: producer, queueManager: ${at}, queue: Q, count: ${Math.round(wanted / 14)}, every: 5ms }`,
      ),
      ...['QM2', 'QM4'].map(
        (at) => `  - { name: at-${at}, kind: consumer, queueManager: ${at}, queue: Q, service: { time: 1ms } }`,
      ),
    ].join('\n'),
  );
}

/** Runs in the page: what stands still on one canvas, what moves on another above it. */
function drawBarely({ dots, boxes }: { readonly dots: number; readonly boxes: number }): void {
  const canvases = ['still', 'moving'].map(() => {
    const canvas = document.createElement('canvas');
    canvas.width = innerWidth;
    canvas.height = innerHeight;
    canvas.style.cssText = 'position:fixed;left:0;top:0';
    return document.body.appendChild(canvas).getContext('2d');
  });
  const [still, moving] = canvases;
  if (!still || !moving) return;
  for (let i = 0; i < boxes; i++) still.strokeRect((i % 25) * 60, Math.floor(i / 25) * 40, 50, 30);
  const draw = (now: number): void => {
    moving.clearRect(0, 0, innerWidth, innerHeight);
    const path = new Path2D();
    for (let i = 0; i < dots; i++)
      path.rect((i * 7919 + now / 10) % innerWidth, (i * 104_729 + now / 20) % innerHeight, 3, 3);
    moving.fill(path);
    requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
}
