import { contentOf } from '#core/model/make-object.ts';
import type { Estate, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { kept } from '#core/text/kept.ts';
import type { Ask, AskOfObject, ObjectCheck, Rule } from '../rule.ts';
import { type Answers, type Asked, askIn, staleRules } from './asked.ts';
import type { Run } from './history.ts';
import { failure, type RawFinding } from './raw-finding.ts';
import { joinReads } from './reads.ts';
import { traitsOf } from './traits.ts';

/*
 * The rules that look at one object. An edit moves most objects of its queue manager and changes one or two; of the others it is known by
 * what they are made of that nothing was found, and that nothing is found now.
 */

/** What the rules say of some units, and of how many. */
export interface UnitFindings {
  readonly found: readonly RawFinding[];
  readonly units: number;
}

/** What was found under one list of rules and the same settings. */
export interface ObjectResults {
  readonly lists: WeakMap<QueueManager, ListResult>;
  /** By what tells queue managers apart, and by content: the objects of which nothing was found. */
  readonly silences: Map<string, WeakMap<object, ObjectResult>>;
}

/** What was found of all objects of a queue manager, with all that their rules asked. */
interface ListResult extends Answers {
  readonly found: readonly RawFinding[];
}

interface ObjectResult extends Answers {
  readonly found: readonly RawFinding[];
  readonly lookups: readonly Lookup[];
}

/** An object that a rule looked for. */
interface Lookup {
  readonly space: NameSpace;
  readonly name: string;
  /** Undefined when it was not there. */
  readonly content: object | undefined;
}

export const newObjectResults = (): ObjectResults => ({ lists: new WeakMap(), silences: new Map() });

/** What the rules say of the objects of each queue manager, with a pause now and then. */
export function* checkObjects(rules: readonly Rule[], results: ObjectResults, run: Run): Generator<UnitFindings, void> {
  const runners = runnersOf(rules);
  for (const queueManager of run.estate.queueManagers.values()) {
    const known = results.lists.get(queueManager);
    const isAsBefore = known && staleRules(known, run).size === 0;
    const list = isAsBefore ? known : yield* checkAll(queueManager, runners, results, run);
    results.lists.set(queueManager, list);
    yield { found: list.found, units: 0 };
  }
}

interface Runner {
  readonly rule: Rule;
  readonly run: ObjectCheck['run'];
}

type Runners = readonly (readonly [where: ObjectCheck['among'][number], own: readonly Runner[]])[];

/** By where the objects are that they look at. */
function runnersOf(rules: readonly Rule[]): Runners {
  const found = new Map<ObjectCheck['among'][number], Runner[]>();
  for (const rule of rules)
    if (rule.check.scope === 'object')
      for (const where of rule.check.among) kept(found, where, () => []).push({ rule, run: rule.check.run });
  return [...found];
}

/** Of so many objects the host can pause. */
const objectsInAStep = 250;

function* checkAll(
  queueManager: QueueManager,
  runners: Runners,
  results: ObjectResults,
  run: Run,
): Generator<UnitFindings, ListResult> {
  const silences = kept(results.silences, traitsOf(queueManager), () => new WeakMap());
  const asked: Asked[] = [];
  const found: RawFinding[] = [];
  let left = objectsInAStep;
  for (const [where, own] of runners)
    for (const object of objectsIn(queueManager, where)) {
      const content = contentOf(object);
      const known = silences.get(content);
      const result = known && isSilent(known, queueManager, run) ? known : checkObject(object, queueManager, own, run);
      if (result.asked.length > 0) asked.push(...result.asked);
      if (result.found.length > 0) found.push(...result.found);
      else if (result !== known) silences.set(content, result);
      left -= 1;
      if (left > 0) continue;
      left = objectsInAStep;
      yield nothingYet;
    }
  return { found, asked, reads: joinReads(asked), edition: run.edition };
}

const nothingYet: UnitFindings = { found: [], units: 0 };

const objectsIn = ({ attributes, objects }: QueueManager, where: ObjectCheck['among'][number]): Iterable<MqObject> =>
  where === 'queue-manager' ? [attributes] : objects.all(where);

const isSilent = (known: ObjectResult, { objects }: QueueManager, run: Run): boolean => {
  for (const { space, name, content } of known.lookups) {
    const now = objects.get(space, name);
    if ((now && contentOf(now)) !== content) return false;
  }
  return staleRules(known, run).size === 0;
};

function checkObject(object: MqObject, queueManager: QueueManager, runners: readonly Runner[], run: Run): ObjectResult {
  const found: RawFinding[] = [];
  const lookups: Lookup[] = [];
  const { askFor, asked, end } = askIn(run);
  const key = queueManager.name.toUpperCase();
  const find = (space: NameSpace, name: string): MqObject | undefined => {
    const there = queueManager.objects.get(space, name);
    lookups.push({ space, name, content: there && contentOf(there) });
    return there;
  };
  for (const { rule, run: check } of runners) {
    try {
      for (const finding of check(object, { queueManager, find, ask: askOwn(askFor(rule), key) }))
        found.push({ rule, finding });
    } catch (error) {
      found.push({ rule, finding: { at: object.nameAt, ...failure(error) } });
    }
  }
  end();
  const isSimple = found.length + lookups.length + asked.length === 0;
  return isSimple ? silent : { found, lookups, asked, reads: joinReads(asked), edition: run.edition };
}

/** Of most objects nothing is found, and nothing asked: one result does for them all. */
const silent: ObjectResult = { found: [], lookups: [], asked: [], reads: joinReads([]), edition: 0 };

/** Apart from the check, so that the questions, which are kept, do not hold the queue manager as it was. */
const askOwn =
  (ask: Ask, key: string): AskOfObject =>
  (question) =>
    ask((estate) => question(estate, () => ownIn(estate, key)));

function ownIn({ queueManagers }: Estate, key: string): QueueManager {
  const own = queueManagers.get(key);
  if (!own) throw new Error(`no queue manager ${key}`);
  return own;
}
