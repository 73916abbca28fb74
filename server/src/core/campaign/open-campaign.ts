import type { Plan } from '#core/scenario/plan.ts';
import { amend } from '#core/sim/amend.ts';
import { run } from '#core/sim/run.ts';
import type { Outcome, Trace } from '#core/sim/trace.ts';
import { failuresOf } from './failures/index.ts';
import { harmDone, harms, rulesSeen } from './harms.ts';
import { momentsOf } from './moments.ts';
import { baseOf, caseId, eventsOf } from './rehearse.ts';
import { showCell } from './show-cell.ts';
import type {
  CampaignOptions,
  CaseSpec,
  Cell,
  Failure,
  Fault,
  HarmName,
  Lasting,
  Piece,
  Report,
  Row,
  Shown,
} from './types.ts';

/**
 * A campaign that was opened: its units of work are independent of one another, each is the same whoever does it, and their
 * pieces add up in any order.
 */
export interface Campaign {
  readonly units: number;
  /** Runs one failure at one moment, and with `failures: 2` every second one after it. */
  runUnit(unit: number): Piece;
  /** Makes the smallest scenario of a cell that a person should see. */
  show(cell: Pick<Cell, 'harm' | 'first'>): Shown;
  /** The report with nothing in it yet. */
  readonly empty: Report;
}

/** Repaired, a failure lasts so long: longer than a channel tries to deliver a message (ten times, after a second each). */
const defaultOutageUs = 30_000_000;
/** Five minutes: a channel tries again after one, by default. */
const defaultSettleUs = 300_000_000;
const lastings: readonly Lasting[] = ['a-while', 'for-good'];

/** One seed of a campaign: where its cases start from, and what happens without a failure. */
interface Season {
  readonly seed: number;
  readonly base: Plan;
  readonly healthy: Trace;
}

interface Unit {
  readonly season: Season;
  readonly fault: Fault;
  /** Moments of this failure that the unit stands for in the counts. */
  readonly seen: number;
}

/** Runs the plan once for each seed, and lists what there is to try. */
export function openCampaign(plan: Plan, options: CampaignOptions): Campaign {
  const outageUs = options.outageUs ?? defaultOutageUs;
  const settleUs = options.settleUs ?? defaultSettleUs;
  const isBrute = options.moments === 'all';
  const pairMoments = options.pairMoments ?? 'first';
  const seasons = Array.from({ length: Math.max(1, options.seeds) }, (_, index): Season => {
    const seed = (plan.seed + index) % 0x1_0000_0000;
    const base = baseOf(plan, seed, settleUs);
    const healthy = run(base, { detail: 'full', ...(options.mostEvents && { mostEvents: options.mostEvents }) });
    return { seed, base, healthy };
  });
  const [first] = seasons;
  const failures = first === undefined ? [] : failuresOf({ plan, healthy: first.healthy });
  const elements = failures.map(({ element }) => element);

  const units = seasons.flatMap((season) =>
    momentsOf(season.healthy, elements, { of: isBrute ? 'all' : 'ends', fromUs: 0 }).flatMap(
      ({ tried, seen }, failure) =>
        lastings.flatMap((lasting) =>
          tried.map(
            (atUs, index): Unit => ({ season, fault: { failure, atUs, lasting }, seen: index === 0 ? seen : 0 }),
          ),
        ),
    ),
  );

  const outcomeOf = ({ base }: Season, spec: CaseSpec): Outcome =>
    run(amend(base, { events: eventsOf(spec, failures, outageUs) }), { detail: 'off' }).outcome;

  const runUnit = (index: number): Piece => {
    const unit = units[index];
    if (unit === undefined) return { counts: { moments: 0, tried: 0, pairs: 0 }, rows: [] };
    const { season, fault, seen } = unit;
    const spec = { seed: season.seed, faults: [fault] };
    const isPaired = options.failures === 2 && fault.lasting === 'a-while';
    const alone = isPaired
      ? run(amend(season.base, { events: eventsOf(spec, failures, outageUs) }), { detail: 'full' })
      : undefined;
    const outcome = alone?.outcome ?? outcomeOf(season, spec);
    const own = rowOf({ spec, failures, outcome, healthy: season.healthy.outcome, order: [index, 0] });
    const pairs = alone === undefined ? { rows: [], count: 0 } : runPairs(season, fault, alone, index);
    return { counts: { moments: seen, tried: 1, pairs: pairs.count }, rows: [own, ...pairs.rows] };
  };

  /** Second failures at the moments of the run that has the first one in it; what each does alone is not told again. */
  const runPairs = (season: Season, fault: Fault, alone: Trace, index: number) => {
    const rows: Row[] = [];
    let count = 0;
    const moments = momentsOf(alone, elements, { of: isBrute ? 'all' : pairMoments, fromUs: fault.atUs });
    const healthy = season.healthy.outcome;
    for (const [failure, { tried }] of moments.entries()) {
      if (failure === fault.failure) continue;
      for (const atUs of tried) {
        count++;
        const second: Fault = { failure, atUs, lasting: 'a-while' };
        const spec = { seed: season.seed, faults: [fault, second] };
        const order = [index, count] as const;
        const together = rowOf({ spec, failures, outcome: outcomeOf(season, spec), healthy, order });
        const isNew = together.cells.some(
          ({ harm, severity }) => severity !== 'note' && !isIn(alone.outcome, harm, healthy),
        );
        if (!isNew) continue;
        const other = outcomeOf(season, { seed: season.seed, faults: [second] });
        const cells = together.cells.filter(
          ({ harm }) => !isIn(alone.outcome, harm, healthy) && !isIn(other, harm, healthy),
        );
        if (cells.some(({ severity }) => severity !== 'note')) rows.push({ ...together, cells });
      }
    }
    return { rows, count };
  };

  const seasonOf = ({ seed }: CaseSpec): Season | undefined => seasons.find((season) => season.seed === seed);
  return {
    units: units.length,
    runUnit,
    show: ({ harm, first: { spec } }) =>
      showCell({ base: seasonOf(spec)?.base ?? plan, spec, failures, harm, outageUs, name: plan.name }),
    empty: {
      version: 1,
      scenario: plan.name,
      seed: plan.seed,
      seeds: seasons.length,
      failures: options.failures,
      outageUs,
      ...(pairMoments === 'ends' && { pairMoments }),
      units: units.length,
      done: 0,
      healthy: {
        put: first?.healthy.outcome.totals.put ?? 0,
        consumed: first?.healthy.outcome.totals.consumed ?? 0,
        violations: first?.healthy.outcome.violations.length ?? 0,
        ...endOfTheShortest(seasons.map(({ healthy }) => healthy.outcome)),
      },
      findings: options.findings ?? [],
      counts: { moments: 0, tried: 0, pairs: 0 },
      rows: [],
    },
  };
}

/** The run that was ended earliest, if any was ended before its time. */
function endOfTheShortest(outcomes: readonly Outcome[]): { readonly endedAtMs?: number } {
  const cut = outcomes.filter(({ warnings }) => warnings.some(({ code }) => code === 'run-cut-short'));
  return cut.length === 0 ? {} : { endedAtMs: Math.min(...cut.map(({ endedAtMs }) => endedAtMs)) };
}

const isIn = (outcome: Outcome, name: HarmName, healthy: Outcome): boolean =>
  harms.some((harm) => harm.name === name && harmDone(harm, outcome, healthy) > 0);

interface CaseResult {
  readonly spec: CaseSpec;
  readonly failures: readonly Failure[];
  readonly outcome: Outcome;
  readonly healthy: Outcome;
  readonly order: readonly [number, number];
}

/** A row of one case. */
function rowOf({ spec, failures, outcome, healthy, order }: CaseResult): Row {
  const lasting = spec.faults.some((fault) => fault.lasting === 'for-good') ? 'for-good' : 'a-while';
  const begunMs = Math.min(...spec.faults.map(({ atUs }) => atUs)) / 1000;
  const isLater = outcome.lastConsumedAtMs > healthy.lastConsumedAtMs;
  return {
    title: spec.faults.map(({ failure }) => failures[failure]?.title ?? '').join(', then '),
    lasting,
    order: spec.faults.map(({ failure }) => failure),
    kinds: spec.faults.flatMap(({ failure }) => failures[failure]?.element.kind ?? []),
    cases: 1,
    recoveryUs: isLater ? Math.round((outcome.lastConsumedAtMs - begunMs) * 1000) : 0,
    cells: harms.flatMap((harm): Cell[] => {
      const most = harmDone(harm, outcome, healthy);
      if (most === 0) return [];
      const first = { id: caseId(spec, failures), order, spec };
      const rules = rulesSeen(harm, outcome);
      return [{ harm: harm.name, severity: harm.severity(lasting), most, cases: 1, rules, first }];
    }),
  };
}
