import { dispositionMeant, isFoundAs } from '#core/model/dispositions.ts';
import type { CommandRef, Estate, QueueManager } from '#core/model/model.ts';
import { moveBelow } from './parts/move-below.ts';
import { contestedSteps, isOrderKnown, keyOf, nameInStep, type ScriptStep } from './parts/script-order.ts';
import { isDefinedForGroup } from './parts/sharing-groups.ts';
import type { Ask, EstateFinding, Fix, Rule, UnitContext } from './rule.ts';

export const usedBeforeDefined: Rule = {
  code: 'used-before-defined',
  group: 'script order',
  severity: 'error',
  title: 'A command needs an object that the script defines only later, or has deleted.',
  docs: {
    behaviour:
      'MQ runs commands one after the other. ALTER of an object, and START of a channel, listener or service, need it to be there already; an object that is only named in an attribute may come later.',
    harm: 'The command fails on a new queue manager, and the rest of the script runs on: the change or the start is missing. On a queue manager where the object is left from before, the DEFINE further down undoes the ALTER or fails.',
    remedy:
      'Move the command below the DEFINE. The fix takes the comment above it along, and is offered where no command between the two works on the same object or takes it as its LIKE. `mqsc check --fix` and saving move it only where the DEFINE has no REPLACE, so that a queue manager that has the object already ends as before, and where no comment would go along.',
    exception:
      'Only commands of one script are compared, or of scripts that `mqsc.yaml` puts in order; what another member of the queue-sharing group defines for all is there already.',
    mqSays: 'AMQ8147 (IBM MQ object not found)',
    sources: [
      'IBM Community, Writing Idempotent MQSC Scripts (AMQ8147 for an object that is not there): https://community.ibm.com/community/user/integration/blogs/vasily-shcherbinin1/2020/12/07/writing-idempotent-mqsc-scripts',
    ],
  },
  check: { scope: 'queue-manager', run: findEarly },
};

function* findEarly(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const { step, cause, isDeletion } of earlyUses(queueManager)) {
    if (!ask((estate) => isOrderKnown(step.ref, cause.ref, estate))) continue;
    if (!isDeletion && ask((estate) => isDefinedElsewhere(step, queueManager, estate))) continue;
    const what = `${step.reading.verb} ${step.reading.type} needs ${step.name}`;
    yield {
      at: nameInStep(step),
      message: isDeletion
        ? `${what}, but an earlier command has deleted it.`
        : `${what}, but it is defined only later.`,
      queueManager: queueManager.name,
      related: [{ at: nameInStep(cause), message: isDeletion ? 'It is deleted here' : 'It is defined here' }],
      ...(!isDeletion && { fixes: fixesFor(step, cause, ask) }),
    };
  }
}

function fixesFor(step: ScriptStep, cause: ScriptStep, ask: Ask): readonly Fix[] {
  const document = ask((estate) => estate.documents.get(step.ref.source));
  const move = document && moveBelow(step.ref, cause.ref, step.name, document);
  if (!move) return [];
  const isCertain = !cause.reading.replaces && !move.takesComments;
  return [{ title: `Move this ${step.reading.verb} below the DEFINE`, edits: move.edits, isCertain }];
}

/** By another member of the queue-sharing group, in the shared repository where the command looks. */
const isDefinedElsewhere = (
  { reading, space, name }: ScriptStep,
  queueManager: QueueManager,
  estate: Estate,
): boolean =>
  isDefinedForGroup({ queueManager, space, name }, estate) &&
  (reading.verb !== 'ALTER' || reading.type === 'CFSTRUCT' || !isFoundAs(dispositionMeant(reading), 'QMGR'));

interface EarlyUse {
  readonly step: ScriptStep;
  readonly cause: ScriptStep;
  readonly isDeletion: boolean;
}

function* earlyUses(queueManager: QueueManager): Iterable<EarlyUse> {
  const waiting = new Map<string, ScriptStep[]>();
  const deleted = new Map<string, ScriptStep>();
  const seen = new Set<CommandRef>();
  for (const step of contestedSteps(queueManager)) {
    const { effect, reading, before, name, ref } = step;
    if (name.startsWith('SYSTEM.') || seen.has(ref)) continue;
    seen.add(ref);
    const key = keyOf(step);
    const needsIt = reading.verb === 'ALTER' || reading.verb === 'START';
    const deletion = deleted.get(key);
    if (needsIt && deletion) yield { step, cause: deletion, isDeletion: true };
    else if (needsIt && !before?.isDefined) waiting.set(key, [...(waiting.get(key) ?? []), step]);
    // What no file defines is gone after a DELETE as well.
    if (effect.kind === 'deleted' || (reading.verb === 'DELETE' && effect.kind === 'none')) deleted.set(key, step);
    if (effect.kind !== 'defined') continue;
    deleted.delete(key);
    for (const early of waiting.get(key) ?? []) yield { step: early, cause: step, isDeletion: false };
    waiting.delete(key);
  }
}
