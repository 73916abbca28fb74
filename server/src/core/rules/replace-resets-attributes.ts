import { effective } from '#core/model/effective.ts';
import type { EffectiveValue, QueueManager } from '#core/model/model.ts';
import { addParameters } from '#core/syntax/add-parameters.ts';
import { contestedSteps, isOrderKnown, nameInStep, type ScriptStep } from './parts/script-order.ts';
import { printAttribute } from './parts/set-attribute.ts';
import { list } from './parts/words.ts';
import type { EstateFinding, Rule, UnitContext } from './rule.ts';

export const replaceResetsAttributes: Rule = {
  code: 'replace-resets-attributes',
  group: 'script order',
  severity: 'info',
  title: 'REPLACE sets attributes back that a command above has set.',
  docs: {
    behaviour:
      'DEFINE with REPLACE gives an existing object the values that it says, and the defaults (or those of LIKE) for all it does not say. It does not keep what the object had: that is what ALTER does.',
    harm: 'An attribute that was set on purpose is lost without a word.',
    remedy: 'Use ALTER, or repeat the attributes in the second definition (the light bulb does).',
    exception: 'The second definition is meant to start afresh.',
    sources: ['IBM MQ, DEFINE queues: REPLACE; that the rest becomes defaults rests on memory'],
  },
  check: { scope: 'queue-manager', run: findResets },
};

function* findResets(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const { step, all } of resets(queueManager)) {
    const lost = all.filter(
      ({ value: { origin } }) =>
        origin.kind === 'written' && ask((estate) => isOrderKnown(origin.command, step.ref, estate)),
    );
    if (lost.length === 0) continue;
    const { ref, name, reading } = step;
    const kept = lost.map(({ keyword, value }) => printAttribute(reading.type, keyword, value.value));
    const change = addParameters(ref.command, kept);
    yield {
      at: nameInStep(step),
      message: `REPLACE sets ${list(lost.map(({ keyword }) => keyword))} of ${name} back to the default: before, it has ${list(kept)}.`,
      queueManager: queueManager.name,
      related: lost.flatMap(({ keyword, value: { origin } }) =>
        origin.kind === 'written' ? [{ at: origin.at, message: `${keyword} is set here` }] : [],
      ),
      fixes: change ? [{ title: `Keep ${list(kept)}`, edits: [{ source: ref.source, ...change }] }] : [],
    };
  }
}

interface Lost {
  readonly keyword: string;
  readonly value: EffectiveValue;
}

/** The definitions that replace one with other values. */
const resets = (queueManager: QueueManager) =>
  contestedSteps(queueManager)
    .map((step) => ({ step, all: lostIn(step) }))
    .filter(({ all }) => all.length > 0);

const lostIn = ({ effect, before, reading }: ScriptStep): readonly Lost[] => {
  if (effect.kind !== 'replaced' || !before) return [];
  return [...before.written].flatMap(([keyword, value]) => {
    if (value.isOpen || reading.settings.has(keyword) || keyword === 'CHLTYPE') return [];
    const now = effective(effect.object, keyword);
    return now && !now.isOpen && now.value !== value.value ? [{ keyword, value }] : [];
  });
};
