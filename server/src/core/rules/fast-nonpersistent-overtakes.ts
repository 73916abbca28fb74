import { effective, effectiveText } from '#core/model/effective.ts';
import type { Estate, MqObject } from '#core/model/model.ts';
import { otherOpeningsOf } from './parts/aliases.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { type OrderedQueue, orderedQueuesOf } from './parts/ordered-queues.ts';
import { because } from './parts/ordering-needs.ts';
import { oncePerPlace } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { Rule } from './rule.ts';

export const fastNonpersistentOvertakes: Rule = {
  code: 'fast-nonpersistent-overtakes',
  group: 'ordering',
  severity: 'warning',
  title: 'Nonpersistent messages of a sequence can overtake persistent ones on a fast channel.',
  docs: {
    behaviour:
      'On a channel with `NPMSPEED(FAST)`, the default, nonpersistent messages travel outside the batch: they become available at once, while persistent ones wait for the end of theirs. ' +
      'The order is kept within each kind only.',
    harm: 'A sequence that holds both kinds is delivered in another order than it was put.',
    remedy:
      'Put all its messages with the same persistence, or set `NPMSPEED(NORMAL)` on the cluster receiver (the light bulb does it); it has to hold at both ends.',
    exception:
      'All messages have the same persistence. The finding is given only where a sequence is declared for the queue (`* @ordering sequence: reason`) and definitions of it, clones or aliases, differ in DEFPSIST.',
    sources: [
      'IBM MQ 9.0, NonPersistentMsgSpeed: https://www.ibm.com/docs/en/ibm-mq/9.0.x?topic=fields-nonpersistentmsgspeed-mqlong',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      const found = orderedQueuesOf(estate).flatMap((queue) => {
        const other = otherPersistence(queue);
        return other
          ? fastReceivers(queue, estate).map((receiver) => ({
              ...queue,
              other,
              receiver,
              at: attributePlace(receiver, 'NPMSPEED'),
            }))
          : [];
      });
      for (const { at, object, queueManager, need, group, receiver, other } of oncePerPlace(found)) {
        const edit = setAttribute(receiver, 'NPMSPEED', 'NORMAL', effective(receiver, 'NPMSPEED'));
        yield {
          at,
          message:
            `${object.name} must be processed in sequence${because(need)}, but ${receiver.name} has NPMSPEED(FAST) and its definitions mix persistent and nonpersistent messages ` +
            `(DEFPSIST(${effectiveText(object, 'DEFPSIST')}) here, DEFPSIST(${effectiveText(other, 'DEFPSIST')}) for ${other.name} on ${other.queueManager}): nonpersistent ones overtake.`,
          queueManager: queueManager.name,
          related: [
            { at: need.at, message: `${need.need} is declared here` },
            { at: object.nameAt, message: `${object.name} on ${queueManager.name}` },
            { at: other.nameAt, message: `${other.name} on ${other.queueManager}` },
          ],
          fixes: edit ? [{ title: `Make NPMSPEED(NORMAL) on ${receiver.name}`, edits: [edit] }] : [],
          subject: {
            cluster: group?.cluster,
            queue: object.name,
            attribute: 'NPMSPEED',
            queueManagers: [queueManager.name],
          },
        };
      }
    },
  },
};

/** Another definition of the queue whose default persistence is not that of its own. */
const otherPersistence = (queue: OrderedQueue): MqObject | undefined => {
  const own = effectiveText(queue.object, 'DEFPSIST');
  return otherOpeningsOf(queue, queue.group?.instances)
    .map(({ object }) => object)
    .find((one) => own !== '' && !['', own].includes(effectiveText(one, 'DEFPSIST')));
};

const fastReceivers = ({ group, queueManager }: OrderedQueue, estate: Estate): readonly MqObject[] => {
  const members = (group && estate.clusters.get(group.cluster)?.members) ?? [];
  const receivers = members.find((member) => member.queueManager === queueManager)?.receivers ?? [];
  return receivers.filter((one) => effectiveText(one, 'NPMSPEED') === 'FAST');
};
