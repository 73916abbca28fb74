import type { CloneGroup, Cluster, Estate, QueueManager } from '#core/model/model.ts';
import type { Location } from '#core/text/span.ts';
import { cloneGroupsOf, clusteredQueuesOf } from '../parts/clone-groups.ts';
import type { Ask, EstateFinding, Rule, UnitCheck, UnitContext } from '../rule.ts';
import { failure, kept, type RawFinding } from './raw-finding.ts';

/*
 * The rules that look at one queue manager, cluster or queue. Their findings are kept with the unit, and with each the questions that the
 * rule asked of the rest of the estate: it is asked anew when an answer has changed. So an edit costs what depends on it.
 */

/** What the rules say of each unit of the estate, unit by unit, so that a host can pause in between. */
export function* checkUnits(rules: readonly Rule[], estate: Estate): Generator<readonly RawFinding[], void> {
  const results = resultsFor(rules, estate);
  for (const [scope, units] of unitsOf(estate)) {
    const runners = runnersOf(rules, scope, estate);
    if (runners.length === 0) continue;
    const known = results[scope] ?? new WeakMap<Unit, UnitResult>();
    results[scope] = known;
    for (const unit of units) {
      const before = known.get(unit);
      const result = before ? checkAgain(unit, before, runners, estate) : checkUnit(unit, runners, estate);
      if (result !== before) known.set(unit, result);
      yield result.found;
    }
  }
}

/** How many there are. */
export const countUnits = (estate: Estate): number =>
  estate.queueManagers.size + estate.clusters.size + clusteredQueuesOf(estate).length + cloneGroupsOf(estate).length;

type Unit = QueueManager | Cluster | CloneGroup;

function* unitsOf(estate: Estate): Iterable<readonly [UnitCheck['scope'], Iterable<Unit>]> {
  yield ['queue-manager', estate.queueManagers.values()];
  yield ['cluster', estate.clusters.values()];
  yield ['clustered-queue', clusteredQueuesOf(estate)];
  yield ['clone-group', cloneGroupsOf(estate)];
}

/** A rule's check of a unit, whatever the unit is. */
interface Runner {
  readonly rule: Rule;
  readonly mayDiffer: readonly string[];
  readonly run: (unit: Unit, context: UnitContext) => Iterable<EstateFinding>;
}

const runnersOf = (rules: readonly Rule[], scope: UnitCheck['scope'], { settings }: Estate): readonly Runner[] =>
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
}

interface Asked {
  readonly rule: Rule;
  readonly question: (estate: Estate) => unknown;
  readonly answer: unknown;
}

const silent: UnitResult = { found: [], asked: [] };

function checkUnit(unit: Unit, runners: readonly Runner[], estate: Estate): UnitResult {
  const found: RawFinding[] = [];
  const asked: Asked[] = [];
  // Questions are kept, and with them all that they can reach: this estate must not be among it when the next one is there.
  const now: { estate: Estate | undefined } = { estate };
  for (const { rule, mayDiffer, run } of runners) {
    const ask: Ask = (question) => {
      if (!now.estate) throw new Error('a question after the check');
      const answer = question(now.estate);
      asked.push({ rule, question, answer });
      return answer;
    };
    try {
      for (const finding of run(unit, { mayDiffer, declared: estate, ask })) found.push({ rule, finding });
    } catch (error) {
      found.push({ rule, finding: { at: placeOf(unit), ...failure(error) } });
    }
  }
  now.estate = undefined;
  return found.length === 0 && asked.length === 0 ? silent : { found, asked };
}

/** The result as it was, when all answers are what they were; else with the rules run again that had another. */
function checkAgain(unit: Unit, before: UnitResult, runners: readonly Runner[], estate: Estate): UnitResult {
  const stale = new Set<Rule>();
  for (const { rule, question, answer } of before.asked)
    if (!stale.has(rule) && !hasAnswer(question, answer, estate)) stale.add(rule);
  if (stale.size === 0) return before;
  const again = checkUnit(
    unit,
    runners.filter(({ rule }) => stale.has(rule)),
    estate,
  );
  const isFresh = ({ rule }: { readonly rule: Rule }) => !stale.has(rule);
  return {
    found: [...before.found.filter(isFresh), ...again.found],
    asked: [...before.asked.filter(isFresh), ...again.asked],
  };
}

/** A question that only made sense after another answer may fail now. */
function hasAnswer(question: Asked['question'], answer: unknown, estate: Estate): boolean {
  try {
    return isSame(question(estate), answer);
  } catch {
    return false;
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
};

const placeOf = (unit: Unit): Location => {
  if ('attributes' in unit) return unit.attributes.nameAt;
  const first = 'instances' in unit ? unit.instances[0]?.object : unit.members[0]?.queueManager.attributes;
  return first?.nameAt ?? { source: '', span: { start: 0, end: 0 } };
};

type Results = Partial<Record<UnitCheck['scope'], WeakMap<Unit, UnitResult>>>;

/** By the list of rules, what the estate file says of them and of the estate, and what needs are declared. */
const keptByRules = new WeakMap<readonly Rule[], WeakMap<object, WeakMap<object, Results>>>();

const resultsFor = (rules: readonly Rule[], { settings, ordering }: Estate): Results => {
  const ofRules = kept(keptByRules, rules, () => new WeakMap());
  const ofFile = kept(ofRules, settings, () => new WeakMap());
  return kept(ofFile, ordering, () => ({}));
};
