import { effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { placeOf, type Reference, referencesIn } from './parts/references.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const streamQueueNotSupported: Rule = {
  code: 'stream-queue-not-supported',
  group: 'references',
  severity: 'warning',
  title: 'STREAMQ is used in a way that MQ does not support.',
  docs: {
    behaviour:
      'STREAMQ makes MQ put a copy of each message to a second queue. Not supported are: a stream queue that has a STREAMQ itself (a chain, or a loop); STREAMQ on a transmission queue; ' +
      'a model queue as stream queue; a name that begins with `SYSTEM.` as stream queue; STREAMQ on most `SYSTEM.` queues; and STREAMQ on a queue that a subscription delivers to.',
    harm: 'The command is refused, or the copies are not made as they seem to be.',
    remedy:
      'Let each queue stream to an ordinary queue that streams no further; an alias of a topic gives several copies.',
    sources: [
      'IBM MQ 9.4, Streaming queue restrictions: https://www.ibm.com/docs/en/ibm-mq/9.4.x?topic=queues-streaming-queue-restrictions',
    ],
  },
  check: { scope: 'object', among: ['queue', 'subscription'], run: findUnsupported },
};

function* findUnsupported(object: MqObject, { queueManager, find }: ObjectContext): Iterable<EstateFinding> {
  for (const reference of referencesIn(object, ['STREAMQ'])) {
    const target = find('queue', reference.name);
    const fault = faultOf(reference, target);
    if (fault === undefined) continue;
    yield {
      at: placeOf(reference),
      message: `${reference.object.name} has STREAMQ(${reference.name}), but ${fault}. MQ does not support this.`,
      queueManager: queueManager.name,
      related: target && target !== reference.object ? [{ at: target.nameAt, message: 'The stream queue' }] : [],
    };
  }
  for (const reference of referencesIn(object, ['DEST'])) {
    const { name } = reference;
    const queue = effectiveText(object, 'DESTQMGR') === '' ? find('queue', name) : undefined;
    const stream = queue && effectiveText(queue, 'STREAMQ');
    if (!queue || !stream) continue;
    yield {
      at: placeOf(reference),
      message: `Subscription ${object.name} delivers to ${name}, which has STREAMQ(${stream}). MQ does not support this.`,
      queueManager: queueManager.name,
      related: [{ at: queue.nameAt, message: 'The queue' }],
    };
  }
}

function faultOf({ object, name }: Reference, target: MqObject | undefined): string | undefined {
  if (name === object.name) return 'that is the queue itself';
  if (effectiveText(object, 'USAGE') === 'XMITQ') return 'it is a transmission queue';
  if (object.isSystem && !mayStream.has(object.name)) return 'queues of MQ itself cannot stream';
  if (name.startsWith('SYSTEM.') && name !== 'SYSTEM.DEFAULT.LOCAL.QUEUE')
    return 'a queue of MQ itself cannot be a stream queue';
  if (target?.type === 'QMODEL') return `${name} is a model queue`;
  const further = target?.type === 'QLOCAL' ? effectiveText(target, 'STREAMQ') : '';
  return further === '' ? undefined : `${name} streams to ${further} itself`;
}

/** The queues of MQ that may have a STREAMQ, as IBM lists them. */
const mayStream: ReadonlySet<string> = new Set([
  'SYSTEM.DEFAULT.LOCAL.QUEUE',
  'SYSTEM.ADMIN.ACCOUNTING.QUEUE',
  'SYSTEM.ADMIN.ACTIVITY.QUEUE',
  'SYSTEM.ADMIN.CHANNEL.EVENT',
  'SYSTEM.ADMIN.COMMAND.EVENT',
  'SYSTEM.ADMIN.CONFIG.EVENT',
  'SYSTEM.ADMIN.LOGGER.EVENT',
  'SYSTEM.ADMIN.PERFM.EVENT',
  'SYSTEM.ADMIN.PUBSUB.EVENT',
  'SYSTEM.ADMIN.QMGR.EVENT',
  'SYSTEM.ADMIN.STATISTICS.QUEUE',
  'SYSTEM.DEFAULT.MODEL.QUEUE',
  'SYSTEM.JMS.TEMPQ.MODEL',
]);
