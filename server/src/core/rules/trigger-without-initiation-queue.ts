import { effective, effectiveText } from '#core/model/effective.ts';
import type { EffectiveValue, MqObject } from '#core/model/model.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { EstateFinding, Fix, ObjectContext, Rule } from './rule.ts';

export const triggerWithoutInitiationQueue: Rule = {
  code: 'trigger-without-initiation-queue',
  group: 'references',
  severity: 'warning',
  title: 'A queue is triggered, but names no initiation queue.',
  docs: {
    behaviour:
      'With TRIGGER the queue manager writes a trigger message to the queue that INITQ names when the condition of TRIGTYPE is met. With a blank INITQ it writes none, and says nothing.',
    harm: 'The program or channel that should start never does; messages wait.',
    remedy: 'Name the initiation queue, or set NOTRIGGER. For a transmission queue it is SYSTEM.CHANNEL.INITQ.',
    sources: ['IBM MQ, Prerequisites for triggering', 'IBM MQ, InitiationQName (queue attribute)'],
  },
  check: { scope: 'object', among: ['queue'], run: findUntriggered },
};

function* findUntriggered(object: MqObject, { queueManager }: ObjectContext): Iterable<EstateFinding> {
  if (object.isSystem || !object.isDefined || effectiveText(object, 'TRIGGER') !== 'TRIGGER') return;
  const initq = effective(object, 'INITQ');
  if (!initq || initq.isOpen || initq.value !== '' || effectiveText(object, 'TRIGTYPE') === 'NONE') return;
  const trigger = effective(object, 'TRIGGER');
  yield {
    at: trigger?.origin.kind === 'written' ? trigger.origin.at : object.nameAt,
    message: `${object.name} has TRIGGER, but INITQ is blank: no trigger message is ever written.`,
    queueManager: queueManager.name,
    fixes: fixFor(object, initq),
  };
}

/** Of a transmission queue it is the channel initiator's: MQ has no other that starts channels. */
function fixFor(object: MqObject, initq: EffectiveValue): readonly Fix[] {
  if (effectiveText(object, 'USAGE') !== 'XMITQ') return [];
  const edit = setAttribute(object, 'INITQ', channelInitiation, initq);
  return edit ? [{ title: `Name ${channelInitiation}`, edits: [edit] }] : [];
}

const channelInitiation = 'SYSTEM.CHANNEL.INITQ';
