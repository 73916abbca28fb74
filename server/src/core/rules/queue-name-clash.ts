import type { QueueManager } from '#core/model/model.ts';
import { isOrderKnown, nameInStep, refusals } from './parts/script-order.ts';
import type { EstateFinding, Rule, UnitContext } from './rule.ts';

export const queueNameClash: Rule = {
  code: 'queue-name-clash',
  group: 'references',
  severity: 'error',
  title: 'A queue manager has two queues of one name and different types.',
  docs: {
    behaviour:
      'QLOCAL, QALIAS, QREMOTE and QMODEL share one name space on a queue manager. A DEFINE of a name that a queue of another type has is refused, with REPLACE too.',
    harm: 'The second definition does not happen. Applications that rely on it get the other queue: messages stay here that should travel, or the other way round.',
    remedy: 'Rename one of them, or delete the one that is not wanted before the other is defined.',
    exception:
      'Two files that are variants, of which only one is run. Between files whose order nothing tells it is therefore a warning.',
    mqSays: 'AMQ8150 (IBM MQ object already exists)',
    sources: [
      'IBM MQ 9.2, Change, Copy and Create Queue (a queue of the same name and another type: the command fails, REPLACE or not): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.adm.doc/q086990_.html',
      'AMQ8150 with this text: from public scripts that quote it, not read on a page of IBM',
    ],
  },
  check: { scope: 'queue-manager', run: findClashes },
};

function* findClashes(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const step of refusals(queueManager)) {
    const { effect, reading, space, name, ref } = step;
    if (effect.kind !== 'refused' || space !== 'queue' || reading.verb !== 'DEFINE' || !effect.object) continue;
    const { type, nameAt, isDefined, definedBy } = effect.object;
    if (type === reading.type || !isDefined || effect.reason === 'like-missing') continue;
    yield {
      at: nameInStep(step),
      message: `${name} is a ${type} of ${queueManager.name} already: this ${reading.type} is refused.`,
      ...(!ask((estate) => isOrderKnown(definedBy, ref, estate)) && { severity: 'warning' }),
      queueManager: queueManager.name,
      related: [{ at: nameAt, message: `${name} is defined as ${type} here` }],
    };
  }
}
