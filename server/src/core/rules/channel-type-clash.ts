import type { QueueManager } from '#core/model/model.ts';
import { isOrderKnown, nameInStep, refusals } from './parts/script-order.ts';
import type { EstateFinding, Rule, UnitContext } from './rule.ts';

export const channelTypeClash: Rule = {
  code: 'channel-type-clash',
  group: 'script order',
  severity: 'error',
  title: 'A command takes a channel for one of another type.',
  docs: {
    behaviour:
      'A channel keeps its CHLTYPE for life: neither ALTER nor DEFINE with REPLACE makes it another. Client-connection channels have a name space of their own.',
    harm: 'The command is refused, and the channel stays what it was.',
    remedy: 'Delete the channel first, give one of the two another name, or correct CHLTYPE.',
    exception: 'Only commands of one script are compared, or of scripts that `mqsc.yaml` puts in order.',
    mqSays: '4020 (MQRCCF_CHANNEL_TYPE_ERROR), known from memory',
    sources: [
      'WebSphere MQ 6.0, Change, Copy and Create Channel, REPLACE: a channel of another type cannot be replaced (read in the help of WebSphere Message Broker 6.0); the same command in 8.0: https://www-01.ibm.com/support/knowledgecenter/SSFKSJ_8.0.0/com.ibm.mq.ref.adm.doc/q086930_.html',
      'That ALTER does not change CHLTYPE either is known from memory.',
    ],
  },
  check: { scope: 'queue-manager', run: findClashes },
};

function* findClashes(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const step of refusals(queueManager)) {
    const { effect, reading, ref, name } = step;
    if (effect.kind !== 'refused' || effect.reason !== 'other-type' || !effect.object) continue;
    const { type, channelType, nameAt, definedBy } = effect.object;
    const wanted = reading.settings.get('CHLTYPE')?.value;
    if (type !== 'CHANNEL' || wanted === undefined || wanted === channelType) continue;
    if (!ask((estate) => isOrderKnown(definedBy, ref, estate))) continue;
    yield {
      at: nameInStep(step),
      message: `${name} is a ${channelType} of ${queueManager.name} already: ${reading.verb} as ${wanted} is refused.`,
      queueManager: queueManager.name,
      related: [{ at: nameAt, message: `${name} is defined as ${channelType} here` }],
    };
  }
}
