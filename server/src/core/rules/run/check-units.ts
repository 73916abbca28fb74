import type { CloneGroup, Cluster, Estate, QueueManager } from '#core/model/model.ts';
import { kept } from '#core/text/kept.ts';
import type { Location } from '#core/text/span.ts';
import { groupsByCluster } from '../parts/clone-groups.ts';
import type { Ask, EstateFinding, Rule, UnitCheck, UnitContext } from '../rule.ts';
import { failure, type RawFinding } from './raw-finding.ts';
import {
  changedParts,
  isSameAnswer,
  isTouched,
  joinReads,
  type Reads,
  type TrackedEstate,
  trackReads,
} from './reads.ts';

/*
 * The rules that look at one queue manager, cluster or queue. Their findings are kept with the unit, and with each the questions that the
 * rule asked of the rest of the estate. When a part of the estate that a question read has changed it is asked again, and the rule runs again
 * when the answer is another. So an edit costs what depends on it.
 */

/** What the rules say of some units, and of how many. */
export interface UnitFindings {
  readonly found: readonly RawFinding[];
  readonly units: number;
}

/** What the rules say of each unit of the estate, unit by unit, so that a host can pause in between. */
export function* checkUnits(rules: readonly Rule[], estate: Estate): Generator<UnitFindings, void> {
  const run = startRun(resultsFor(rules, estate), estate);
  yield* eachOf(estate.queueManagers.values(), 'queue-manager', rules, run);
  yield* eachOf(estate.clusters.values(), 'cluster', rules, run);
  for (const { all, clones } of groupsByCluster(estate).values()) {
    yield* together(all, 'clustered-queue', rules, run);
    yield* together(clones, 'clone-group', rules, run);
  }
}

/** How many there are. */
export const countUnits = (estate: Estate): number => {
  let count = estate.queueManagers.size + estate.clusters.size;
  for (const { all, clones } of groupsByCluster(estate).values()) count += all.length + clones.length;
  return count;
};

type Unit = QueueManager | Cluster | CloneGroup;
type Scope = UnitCheck['scope'];

/** One time that all units are checked. */
interface Run {
  readonly results: Results;
  readonly estate: Estate;
  readonly tracked: TrackedEstate;
  readonly edition: number;
}

function startRun(results: Results, estate: Estate): Run {
  const { last, changes } = results;
  if (last !== estate) {
    results.last = estate;
    results.edition += 1;
    if (last) changes.set(results.edition, changedParts(last, estate));
    changes.delete(results.edition - mostRemembered);
  }
  return { results, estate, tracked: trackReads(estate), edition: results.edition };
}

/** A result that was not looked at for so many edits is asked for anew. */
const mostRemembered = 100;

/** What is not the same as when a result was found; undefined: nobody remembers. */
function changedSince(edition: number, { results: { changes }, edition: now }: Run): ReadonlySet<string> | undefined {
  if (edition === now - 1) return changes.get(now);
  const changed = new Set<string>();
  for (let one = edition + 1; one <= now; one += 1) {
    const parts = changes.get(one);
    if (!parts) return undefined;
    for (const part of parts) changed.add(part);
  }
  return changed;
}

function* eachOf(units: Iterable<Unit>, scope: Scope, rules: readonly Rule[], run: Run): Generator<UnitFindings, void> {
  const runners = runnersOf(rules, scope, run.estate);
  for (const unit of units) {
    if (!run.results.units[scope].has(unit)) yield* checkFirst(unit, scope, runners, run);
    yield { found: checkUnit(unit, scope, runners, run).found, units: 1 };
  }
}

/** Checks a unit for the first time, with a pause between the rules: a queue manager can have ten thousands of objects. */
function* checkFirst(unit: Unit, scope: Scope, runners: readonly Runner[], run: Run): Generator<UnitFindings, void> {
  const parts: UnitResult[] = [];
  for (const runner of runners) {
    parts.push(checkAnew(unit, [runner], run));
    yield { found: [], units: 0 };
  }
  const asked = parts.flatMap((part) => part.asked);
  const found = parts.flatMap((part) => part.found);
  run.results.units[scope].set(unit, { found, asked, reads: joinReads(asked), edition: run.edition });
}

/** The same for a list whose findings are kept in one piece as long as nothing in it changes. */
function* together(
  units: readonly Unit[],
  scope: Scope,
  rules: readonly Rule[],
  run: Run,
): Generator<UnitFindings, void> {
  const lists = run.results.lists[scope];
  const known = lists.get(units);
  const runners = runnersOf(rules, scope, run.estate);
  const isAsBefore = known?.askers.every(({ unit, result }) => checkUnit(unit, scope, runners, run) === result);
  if (known && isAsBefore) return yield { found: known.found, units: units.length };
  const found: RawFinding[] = [];
  const askers: { unit: Unit; result: UnitResult }[] = [];
  for (const unit of units) {
    const result = checkUnit(unit, scope, runners, run);
    if (result.asked.length > 0) askers.push({ unit, result });
    found.push(...result.found);
    yield { found: result.found, units: 1 };
  }
  lists.set(units, { found, askers });
}

/** A rule's check of a unit, whatever the unit is. */
interface Runner {
  readonly rule: Rule;
  readonly mayDiffer: readonly string[];
  readonly run: (unit: Unit, context: UnitContext) => Iterable<EstateFinding>;
}

const runnersOf = (rules: readonly Rule[], scope: Scope, { settings }: Estate): readonly Runner[] =>
  rules
    .filter(({ check }) => check.scope === scope)
    .map((rule) => ({
      rule,
      mayDiffer: settings.rules[rule.code]?.mayDiffer ?? [],
      // The units of a scope are those that the checks of the scope take.
      run: rule.check.run as Runner['run'],
    }));

interface UnitResult {
  readonly found: readonly RawFinding[];
  readonly asked: readonly Asked[];
  /** What all answers together rest on. */
  reads: Reads;
  /** The last run in which all answers were what they are here. */
  edition: number;
}

interface Asked {
  readonly rule: Rule;
  readonly question: (estate: Estate) => unknown;
  readonly answer: unknown;
  /** What the answer rests on, as it was when it was asked for last. */
  reads: Reads;
}

/** The result as it was, when all answers are what they were; else with the rules run again that had another. */
function checkUnit(unit: Unit, scope: Scope, runners: readonly Runner[], run: Run): UnitResult {
  const results = run.results.units[scope];
  const known = results.get(unit);
  const result = known ? checkAgain(unit, known, runners, run) : checkAnew(unit, runners, run);
  if (result !== known) results.set(unit, result);
  return result;
}

function checkAnew(unit: Unit, runners: readonly Runner[], { estate, tracked, edition }: Run): UnitResult {
  const found: RawFinding[] = [];
  const asked: Asked[] = [];
  // Questions are kept, and with them all that they can reach: this estate must not be among it when the next one is there.
  const now: { tracked: TrackedEstate | undefined } = { tracked };
  for (const { rule, mayDiffer, run } of runners) {
    const ask: Ask = (question) => {
      if (!now.tracked) throw new Error('a question after the check');
      const reads = now.tracked.into();
      const answer = question(now.tracked.view);
      asked.push({ rule, question, answer, reads });
      return answer;
    };
    try {
      for (const finding of run(unit, { mayDiffer, declared: estate, ask })) found.push({ rule, finding });
    } catch (error) {
      found.push({ rule, finding: { at: placeOf(unit), ...failure(error) } });
    }
  }
  now.tracked = undefined;
  return { found, asked, reads: joinReads(asked), edition };
}

function checkAgain(unit: Unit, before: UnitResult, runners: readonly Runner[], run: Run): UnitResult {
  const { edition } = run;
  if (before.edition === edition) return before;
  const changed = before.asked.length === 0 ? unchanged : changedSince(before.edition, run);
  before.edition = edition;
  if (!isTouched(before.reads, changed, run.estate)) return before;
  const stale = staleRules(before, changed, run);
  if (stale.size === 0) {
    before.reads = joinReads(before.asked);
    return before;
  }
  const again = checkAnew(
    unit,
    runners.filter(({ rule }) => stale.has(rule)),
    run,
  );
  const isFresh = ({ rule }: { readonly rule: Rule }) => !stale.has(rule);
  const asked = [...before.asked.filter(isFresh), ...again.asked];
  return { found: [...before.found.filter(isFresh), ...again.found], asked, reads: joinReads(asked), edition };
}

const unchanged: ReadonlySet<string> = new Set();

/** The rules that had an answer which is another now. */
function staleRules({ asked }: UnitResult, changed: ReadonlySet<string> | undefined, run: Run): ReadonlySet<Rule> {
  const stale = new Set<Rule>();
  for (const one of asked) {
    if (stale.has(one.rule) || !isTouched(one.reads, changed, run.estate)) continue;
    const reads = run.tracked.into();
    if (hasAnswer(one, run.tracked.view)) one.reads = reads;
    else stale.add(one.rule);
  }
  return stale;
}

/** A question that only made sense after another answer may fail now. */
function hasAnswer({ question, answer }: Asked, estate: Estate): boolean {
  try {
    return isSameAnswer(question(estate), answer);
  } catch {
    return false;
  }
}

const placeOf = (unit: Unit): Location => {
  if ('attributes' in unit) return unit.attributes.nameAt;
  const first = 'instances' in unit ? unit.instances[0]?.object : unit.members[0]?.queueManager.attributes;
  return first?.nameAt ?? { source: '', span: { start: 0, end: 0 } };
};

/** What was found under one list of rules, the same settings and the same declared needs. */
interface Results {
  readonly units: Readonly<Record<Scope, WeakMap<Unit, UnitResult>>>;
  readonly lists: Readonly<Record<Scope, WeakMap<readonly Unit[], ListResult>>>;
  /** The estate of the last run, and how many there were before it. */
  last: Estate | undefined;
  edition: number;
  /** By edition, what is not the same as in the one before. */
  readonly changes: Map<number, ReadonlySet<string>>;
}

interface ListResult {
  readonly found: readonly RawFinding[];
  /** The units whose rules have asked something. */
  readonly askers: readonly { readonly unit: Unit; readonly result: UnitResult }[];
}

const newResults = (): Results => ({
  units: perScope(),
  lists: perScope(),
  last: undefined,
  edition: 0,
  changes: new Map(),
});

const perScope = <K extends object, V>(): Readonly<Record<Scope, WeakMap<K, V>>> => ({
  'queue-manager': new WeakMap(),
  cluster: new WeakMap(),
  'clustered-queue': new WeakMap(),
  'clone-group': new WeakMap(),
});

/** By the list of rules, what the estate file says of them and of the estate, and what needs are declared. */
const keptByRules = new WeakMap<readonly Rule[], WeakMap<object, WeakMap<object, Results>>>();

const resultsFor = (rules: readonly Rule[], { settings, ordering }: Estate): Results => {
  const ofRules = kept(keptByRules, rules, () => new WeakMap());
  const ofFile = kept(ofRules, settings, () => new WeakMap());
  return kept(ofFile, ordering, newResults);
};
