import { effective } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { originOf, placeOf, referencesIn } from './parts/references.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const backoutQueueWithoutThreshold: Rule = {
  code: 'backout-queue-without-threshold',
  group: 'references',
  severity: 'warning',
  title: 'A queue has a backout queue, but no backout threshold.',
  docs: {
    behaviour:
      'BOTHRESH says after how many backouts a JMS listener moves a message to BOQNAME. The default, 0, turns this off. The queue manager itself does nothing with either.',
    harm: 'A message that cannot be processed comes back for ever (or stops the listener), and the backout queue stays empty: the definition promises a protection that does not work.',
    remedy: 'Set BOTHRESH to the number of attempts that make sense.',
    exception: 'The application reads both attributes itself, with a threshold of its own.',
    sources: [
      'IBM MQ, Handling poison messages in IBM MQ classes for JMS',
      'IBM MQ, BackoutThreshold (queue attribute)',
    ],
  },
  check: { scope: 'object', among: ['queue'], run: findUnused },
};

function* findUnused(object: MqObject, { queueManager }: ObjectContext): Iterable<EstateFinding> {
  for (const reference of referencesIn(object, ['BOQNAME'])) {
    const { name } = reference;
    const threshold = effective(object, 'BOTHRESH');
    if (!threshold || threshold.isOpen || threshold.value !== '0' || !originOf(reference)) continue;
    yield {
      at: placeOf(reference),
      message: `${object.name} has BOQNAME(${name}), but BOTHRESH is 0${threshold.origin.kind === 'default' ? ' by default' : ''}: no message is ever moved there.`,
      queueManager: queueManager.name,
      ...(threshold.origin.kind === 'written' && {
        related: [{ at: threshold.origin.at, message: 'The threshold is set here' }],
      }),
    };
  }
}
