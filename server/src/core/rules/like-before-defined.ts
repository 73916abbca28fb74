import type { QueueManager } from '#core/model/model.ts';
import { spanIn } from '#core/syntax/tree.ts';
import { absenceOf, writeInstead } from './parts/absence.ts';
import { isOrderKnown, nameInStep, refusals, type ScriptStep, scriptOf } from './parts/script-order.ts';
import type { Ask, EstateFinding, Rule, UnitContext } from './rule.ts';

export const likeBeforeDefined: Rule = {
  code: 'like-before-defined',
  group: 'script order',
  severity: 'error',
  title: 'LIKE names an object that is not there yet, or is of another type.',
  docs: {
    behaviour:
      'LIKE takes the attributes that a DEFINE leaves out from an object of the same type that exists at that moment.',
    harm: 'Without it the DEFINE fails, and the object does not exist.',
    remedy: 'Define the pattern first, or name another.',
    exception:
      'The pattern is made by another file. A name that no file defines is a warning only when the files of the queue manager look complete or a name almost like it exists.',
    mqSays: 'AMQ8147 (IBM MQ object not found)',
    sources: ['IBM MQ, DEFINE queues: LIKE; the message rests on memory'],
  },
  check: { scope: 'queue-manager', run: findMissing },
};

function* findMissing(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const step of refusals(queueManager)) {
    const { effect, reading } = step;
    if (effect.kind === 'refused' && effect.reason === 'like-missing' && reading.like) {
      const finding = judge(step, reading.like.text.trimEnd(), queueManager, ask);
      const at = { source: step.ref.source, span: spanIn(step.ref.command, reading.like.span) };
      if (finding) yield { at, queueManager: queueManager.name, ...finding };
    }
  }
}

const judge = (
  step: ScriptStep,
  like: string,
  queueManager: QueueManager,
  ask: Ask,
): Omit<EstateFinding, 'at'> | undefined => {
  const { ref, space, reading, effect } = step;
  const own = 'object' in effect ? effect.object : undefined;
  const steps = scriptOf(queueManager);
  const others = steps.filter((one) => one.name === like && one.space === space && one.effect.kind !== 'none');
  const definition = others.find(({ effect: { kind } }) => kind === 'defined');
  if (definition && definition.ref !== ref) {
    const isLater = steps.indexOf(definition) > steps.findIndex((one) => one.ref === ref);
    if (!isLater && definition.reading.type !== reading.type)
      return {
        message: `${like} is a ${definition.reading.type}: a ${reading.type} cannot be defined like it.`,
        related: [{ at: nameInStep(definition), message: `${like} is a ${definition.reading.type}` }],
      };
    if (!isLater || !ask((estate) => isOrderKnown(ref, definition.ref, estate))) return undefined;
    return {
      message: `${like} is defined only later: this DEFINE fails.`,
      related: [{ at: nameInStep(definition), message: 'It is defined here' }],
    };
  }
  const absence = ask((estate) => absenceOf({ queueManager, space, name: like, ...(own && { asker: own }) }, estate));
  if (!absence) return undefined;
  const { meant } = absence;
  return {
    message: `No file of ${queueManager.name} defines ${like}${meant === undefined ? '.' : `; did you mean ${meant}?`} This DEFINE fails.`,
    severity: 'warning',
    fixes:
      meant !== undefined && reading.like
        ? writeInstead(meant, { source: ref.source, span: spanIn(ref.command, reading.like.span) })
        : [],
  };
};
