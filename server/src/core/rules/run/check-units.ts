import type { CloneGroup, Cluster, Estate, QueueManager } from '#core/model/model.ts';
import { kept } from '#core/text/kept.ts';
import type { Location } from '#core/text/span.ts';
import { groupsByCluster } from '../parts/clone-groups.ts';
import type { EstateFinding, Rule, UnitCheck, UnitContext } from '../rule.ts';
import { type Answers, type Asked, askIn, staleRules } from './asked.ts';
import { checkObjects, newObjectResults, type ObjectResults, type UnitFindings } from './check-objects.ts';
import { type History, newHistory, type Run as RunOfAll, startRun } from './history.ts';
import { failure, type RawFinding } from './raw-finding.ts';
import { joinReads } from './reads.ts';
import { newSilences, type Silences } from './silences.ts';

/*
 * The rules that look at one queue manager, cluster or queue. Their findings are kept with the unit, and with each the questions that the
 * rule asked of the rest of the estate. When a part of the estate that a question read has changed it is asked again, and the rule runs again
 * when the answer is another. So an edit costs what depends on it.
 */

/** What the rules say of each unit of the estate, unit by unit, so that a host can pause in between. */
export function* checkUnits(rules: readonly Rule[], estate: Estate): Generator<UnitFindings, void> {
  const results = resultsFor(rules, estate);
  const run: Run = { results, ...startRun(results.history, estate) };
  yield* eachOf(estate.queueManagers.values(), 'queue-manager', rules, run);
  yield* checkObjects(rules, results.objects, run);
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
interface Run extends RunOfAll {
  readonly results: Results;
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
  if (known && staleRules(known, run).size === 0) return yield { found: known.found, units: units.length };
  const runners = runnersOf(rules, scope, run.estate);
  const found: RawFinding[] = [];
  const asked: Asked[] = [];
  for (const unit of units) {
    const result = checkUnit(unit, scope, runners, run);
    for (const one of result.asked) asked.push(one);
    found.push(...result.found);
    yield { found: result.found, units: 1 };
  }
  lists.set(units, { found, asked, reads: joinReads(asked), edition: run.edition });
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

interface UnitResult extends Answers {
  readonly found: readonly RawFinding[];
}

/** The result as it was, when all answers are what they were; else with the rules run again that had another. */
function checkUnit(unit: Unit, scope: Scope, runners: readonly Runner[], run: Run): UnitResult {
  const { units, silences } = run.results;
  const own = units[scope].get(unit);
  const known = own ?? silences.find(unit, scope);
  const result = known ? checkAgain(unit, known, runners, run) : checkAnew(unit, runners, run);
  if (result === own) return result;
  units[scope].set(unit, result);
  if (result !== known) silences.note(unit, scope, result);
  return result;
}

function checkAnew(unit: Unit, runners: readonly Runner[], run: Run): UnitResult {
  const found: RawFinding[] = [];
  const { askFor, asked, end } = askIn(run);
  for (const { rule, mayDiffer, run: check } of runners) {
    try {
      for (const finding of check(unit, { mayDiffer, declared: run.estate, ask: askFor(rule) }))
        found.push({ rule, finding });
    } catch (error) {
      found.push({ rule, finding: { at: placeOf(unit), ...failure(error) } });
    }
  }
  end();
  return { found, asked, reads: joinReads(asked), edition: run.edition };
}

function checkAgain(unit: Unit, before: UnitResult, runners: readonly Runner[], run: Run): UnitResult {
  const stale = staleRules(before, run);
  if (stale.size === 0) return before;
  const again = checkAnew(
    unit,
    runners.filter(({ rule }) => stale.has(rule)),
    run,
  );
  const isFresh = ({ rule }: { readonly rule: Rule }) => !stale.has(rule);
  const asked = [...before.asked.filter(isFresh), ...again.asked];
  return {
    found: [...before.found.filter(isFresh), ...again.found],
    asked,
    reads: joinReads(asked),
    edition: run.edition,
  };
}

const placeOf = (unit: Unit): Location => {
  if ('attributes' in unit) return unit.attributes.nameAt;
  const first = 'instances' in unit ? unit.instances[0]?.object : unit.members[0]?.queueManager.attributes;
  return first?.nameAt ?? { source: '', span: { start: 0, end: 0 } };
};

/** What was found under one list of rules, the same settings and the same declared needs. */
interface Results {
  readonly units: Readonly<Record<Scope, WeakMap<Unit, UnitResult>>>;
  /** Of all units of a list together. */
  readonly lists: Readonly<Record<Scope, WeakMap<readonly Unit[], UnitResult>>>;
  readonly silences: Silences<UnitResult>;
  readonly objects: ObjectResults;
  readonly history: History;
}

const newResults = (): Results => ({
  units: perScope(),
  lists: perScope(),
  silences: newSilences(),
  objects: newObjectResults(),
  history: newHistory(),
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
