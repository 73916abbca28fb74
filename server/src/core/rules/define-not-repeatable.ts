import type { Estate } from '#core/model/model.ts';
import { addParameters } from '#core/syntax/add-parameters.ts';
import type { Document } from '#core/syntax/tree.ts';
import { oncePerPlace } from './parts/places.ts';
import { keyOf, nameInStep, type ScriptStep, scriptOf } from './parts/script-order.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const defineNotRepeatable: Rule = {
  code: 'define-not-repeatable',
  group: 'script order',
  severity: 'warning',
  title: 'A script that runs at every start defines an object without REPLACE.',
  docs: {
    behaviour:
      'A queue manager with automatic configuration (crtmqm -ic, AutoConfig in qm.ini; the members of a uniform cluster) runs its MQSC scripts at every start. DEFINE without REPLACE fails from the second start on, because the object exists.',
    harm: 'Each start reports failed commands, in which real faults are lost; and a change of the definition reaches new queue managers only, so that the members of the cluster come to differ.',
    remedy: 'Add REPLACE.',
    exception:
      "Somebody tunes the object by hand and the script shall not undo that. It is a warning for the files of `uniformClusters` in `mqsc.yaml`; a hint where only an insert such as +AUTOCL+ tells that the script is run automatically (IBM's own samples leave REPLACE out).",
    mqSays: 'AMQ8150 (IBM MQ object already exists)',
    sources: [
      'IBM MQ 9.2, Automatic configuration from an MQSC script at startup (q133790): commands must be repeatable, DEFINE needs REPLACE',
      'AMQ8150 with this text: from public scripts that quote it, not read on a page of IBM',
    ],
  },
  check: { scope: 'estate', run: (estate) => oncePerPlace(findOnce(estate)) },
};

function* findOnce(estate: Estate): Iterable<EstateFinding> {
  const automatic = automaticSources(estate);
  if (automatic.size === 0) return;
  for (const document of estate.documents.values()) {
    const how = automatic.get(document.source);
    if (how === undefined) continue;
    const owner = estate.assignments.get(document.source)?.flatMap(({ queueManagers }) => queueManagers)[0];
    const queueManager = owner === undefined ? undefined : estate.queueManagers.get(owner);
    if (!queueManager) continue;
    const deleted = new Set<string>();
    for (const step of scriptOf(queueManager)) {
      const key = keyOf(step);
      if (step.reading.verb === 'DELETE') deleted.add(key);
      if (step.ref.source !== document.source || !isOneTime(step) || deleted.has(key)) continue;
      const { source, command } = step.ref;
      const change = addParameters(command, ['REPLACE']);
      yield {
        at: nameInStep(step),
        message: `This script runs at every start of the queue manager: without REPLACE the DEFINE of ${step.name} fails from the second start on.`,
        ...(how === 'insert' && { severity: 'hint' }),
        fixes: change ? [{ title: 'Add REPLACE', edits: [{ source, ...change }] }] : [],
      };
    }
  }
}

const isOneTime = ({ reading, effect, ref }: ScriptStep): boolean =>
  reading.verb === 'DEFINE' &&
  !reading.replaces &&
  effect.kind === 'defined' &&
  !ref.command.body.parameters.some(({ keyword }) => keyword === 'NOREPLACE');

/** The sources that queue managers run at each start, and what tells. */
const automaticSources = (estate: Estate): ReadonlyMap<string, 'declared' | 'insert'> => {
  const found = new Map<string, 'declared' | 'insert'>();
  for (const [source, assignments] of estate.assignments) {
    if (assignments.some(({ reason }) => reason.startsWith('mqsc.yaml, uniform cluster')))
      found.set(source, 'declared');
    else if (holdsInsert(estate.documents.get(source))) found.set(source, 'insert');
  }
  return found;
};

/** Kept per document: an edit leaves most of them as they are. */
const holdsInsert = (document: Document | undefined): boolean => {
  if (!document) return false;
  const known = inserts.get(document) ?? /\+AUTOCL\+/i.test(document.text.whole());
  inserts.set(document, known);
  return known;
};

const inserts = new WeakMap<Document, boolean>();
