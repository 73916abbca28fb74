/*
 * Campaigns: cases per second, alone and in pairs, and the share of the time that is spent inside runs of the simulator (by the
 * profiler of Node: all samples below `run` in core/sim). The rest is looking for moments, joining rows and making cases small.
 *
 *   node test/bench/campaign.bench.ts
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { openCampaign } from '#core/campaign/open-campaign.ts';
import { addPieces, unshownCells } from '#core/campaign/run-campaign.ts';
import { planFrom } from '../support/scenario.ts';

const folder = path.join(import.meta.dirname, '../campaign/golden');
const session = new Session();
session.connect();
await session.post('Profiler.enable');

for (const name of ['nonpersistent', 'sequence', 'bound'] as const) {
  const plan = planFrom(readFileSync(path.join(folder, `${name}.mqsim.yaml`), 'utf8'));
  warmUp(plan);
  await measure(`${name}, single failures`, () => {
    const campaign = openCampaign(plan, { failures: 1, seeds: 1 });
    const pieces = Array.from({ length: campaign.units }, (_, unit) => campaign.runUnit(unit));
    return { cases: addPieces(campaign.empty, pieces).counts.tried, what: 'cases' };
  });
  await measure(`${name}, pairs (each 40th unit)`, () => {
    const campaign = openCampaign(plan, { failures: 2, seeds: 1 });
    const pieces = Array.from({ length: Math.floor(campaign.units / 40) }, (_, at) => campaign.runUnit(at * 40));
    const { tried, pairs } = addPieces(campaign.empty, pieces).counts;
    return { cases: tried + pairs, what: 'cases' };
  });
  await measure(`${name}, smallest scenarios`, () => {
    const campaign = openCampaign(plan, { failures: 1, seeds: 1 });
    const pieces = Array.from({ length: campaign.units }, (_, unit) => campaign.runUnit(unit));
    const cells = unshownCells(addPieces(campaign.empty, pieces));
    for (const cell of cells) campaign.show(cell);
    return { cases: cells.length, what: 'scenarios, their campaign included' };
  });
}
session.disconnect();

function warmUp(plan: Parameters<typeof openCampaign>[0]): void {
  const campaign = openCampaign(plan, { failures: 1, seeds: 1 });
  for (let unit = 0; unit < campaign.units; unit++) campaign.runUnit(unit);
}

async function measure(name: string, work: () => { readonly cases: number; readonly what: string }): Promise<void> {
  await session.post('Profiler.start');
  const begun = performance.now();
  const { cases, what } = work();
  const seconds = (performance.now() - begun) / 1000;
  const { profile } = await session.post('Profiler.stop');
  const share = Math.round(100 * shareInRuns(profile));
  console.log(
    `${name}: ${cases} ${what} in ${seconds.toFixed(2)} s, ${Math.round(cases / seconds)} per second, ${share} % in runs`,
  );
}

type Profile = Awaited<ReturnType<typeof stop>>['profile'];
function stop() {
  return session.post('Profiler.stop');
}

/** Of the samples that are not idle, those with `run` of the simulator on their stack. */
function shareInRuns({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const below = new Map<number, boolean>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const isBelow = (id: number): boolean => {
    const known = below.get(id);
    if (known !== undefined) return known;
    const call = byId.get(id)?.callFrame;
    const parent = parentOf.get(id);
    const answer =
      (call?.functionName === 'run' && call.url.endsWith('core/sim/run.ts')) ||
      (parent !== undefined && isBelow(parent));
    below.set(id, answer);
    return answer;
  };
  let all = 0;
  let inRuns = 0;
  for (const [at, id] of samples.entries()) {
    const name = byId.get(id)?.callFrame.functionName;
    if (name === '(idle)' || name === '(program)') continue;
    all += timeDeltas[at] ?? 0;
    if (isBelow(id)) inRuns += timeDeltas[at] ?? 0;
  }
  return all === 0 ? 0 : inRuns / all;
}
