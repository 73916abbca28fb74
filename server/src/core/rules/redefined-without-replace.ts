import type { QueueManager } from '#core/model/model.ts';
import { addParameters } from '#core/syntax/add-parameters.ts';
import { isOrderKnown, nameInStep, refusals, type ScriptStep } from './parts/script-order.ts';
import type { EstateFinding, Fix, Rule, UnitContext } from './rule.ts';

export const redefinedWithoutReplace: Rule = {
  code: 'redefined-without-replace',
  group: 'script order',
  severity: 'warning',
  title: 'A script defines an object a second time without REPLACE.',
  docs: {
    behaviour:
      'DEFINE of an object that exists is refused unless it says REPLACE; NOREPLACE is the default. The first definition stays.',
    harm: 'The second definition, often the newer one, never takes effect, and the script ends with an error.',
    remedy:
      'Delete one of the two, or say REPLACE in the second (then its values count, and defaults for what it leaves out).',
    exception: 'Only commands of one script are compared, or of scripts that `mqsc.yaml` puts in order.',
    mqSays: 'AMQ8150 (IBM MQ object already exists)',
    sources: [
      'IBM MQ, DEFINE queues: REPLACE and NOREPLACE',
      'AMQ8150 with this text: from public scripts that quote it, not read on a page of IBM',
    ],
  },
  check: { scope: 'queue-manager', run: findSecond },
};

function* findSecond(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const step of refusals(queueManager)) {
    const { effect, reading, ref, name } = step;
    if (effect.kind !== 'refused' || effect.reason !== 'exists' || !effect.object) continue;
    const { type, definedBy, nameAt } = effect.object;
    if (type !== reading.type || runsElsewhere(step) || !ask((estate) => isOrderKnown(definedBy, ref, estate)))
      continue;
    yield {
      at: nameInStep(step),
      message: `${name} is defined already: this DEFINE is refused, and the first definition stays.`,
      queueManager: queueManager.name,
      related: [{ at: nameAt, message: 'The definition that stays' }],
      fixes: fixFor(step),
    };
  }
}

/** On z/OS a group object and its copies bear one name, and a command can be sent to another queue manager. */
const runsElsewhere = ({ reading, ref }: ScriptStep): boolean =>
  reading.settings.has('QSGDISP') || ref.command.body.parameters.some(({ keyword }) => keyword === 'CMDSCOPE');

const fixFor = ({ ref: { source, command } }: ScriptStep): readonly Fix[] => {
  if (command.body.parameters.some(({ keyword }) => keyword === 'NOREPLACE')) return [];
  const change = addParameters(command, ['REPLACE']);
  return change ? [{ title: 'Add REPLACE', edits: [{ source, ...change }] }] : [];
};
