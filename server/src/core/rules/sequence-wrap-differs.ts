import { effective } from '#core/model/effective.ts';
import type { QueueManager } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { destinationsOfSenders } from './parts/sender-destinations.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { EstateFinding, Rule, UnitContext } from './rule.ts';

export const sequenceWrapDiffers: Rule = {
  code: 'sequence-wrap-differs',
  group: 'references',
  severity: 'warning',
  title: 'The two ends of a channel have different SEQWRAP.',
  docs: {
    behaviour:
      'Both ends of a channel count its messages, and begin again at the number in SEQWRAP. The value has to be the same at both ends of a sender or server and its receiver or requester.',
    harm: 'The channel does not start, and the messages wait on the transmission queue.',
    remedy: 'Give both ends the same SEQWRAP; the light bulb does it at this end.',
    exception:
      'The channel leads to another queue manager than its transmission queue tells. Cluster channels are not compared: a sender takes the value of the receiver.',
    mqSays: 'AMQ9505 (channel sequence wrap values are different), known from memory',
    sources: [
      'IBM MQ, ALTER CHANNEL, SEQWRAP: the value must be the same at both ends',
      'IBM MQ Explorer, tests: matching channel pairs',
    ],
  },
  check: { scope: 'queue-manager', run: findDiffering },
};

function* findDiffering(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const { sender, partner } of destinationsOfSenders(queueManager, ask)) {
    const receiver = partner.objects.get('channel', sender.name);
    if (!receiver?.isDefined || (receiver.channelType !== 'RCVR' && receiver.channelType !== 'RQSTR')) continue;
    const here = effective(sender, 'SEQWRAP');
    const there = effective(receiver, 'SEQWRAP');
    if (!here || !there || here.isOpen || there.isOpen || here.value === there.value) continue;
    const edit = setAttribute(sender, 'SEQWRAP', there.value, here);
    yield {
      at: attributePlace(sender, 'SEQWRAP'),
      message: `${sender.name} has SEQWRAP(${here.value}), but its other end on ${partner.name} has SEQWRAP(${there.value}): it cannot start.`,
      queueManager: queueManager.name,
      related: [{ at: attributePlace(receiver, 'SEQWRAP'), message: `The channel on ${partner.name}` }],
      fixes: edit ? [{ title: `Make SEQWRAP(${there.value}) on ${queueManager.name}`, edits: [edit] }] : [],
    };
  }
}
