import { effective, effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { otherOpeningsOf } from './parts/aliases.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { type OrderedQueue, orderedQueuesOf } from './parts/ordered-queues.ts';
import { because } from './parts/ordering-needs.ts';
import { oncePerPlace } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { Rule } from './rule.ts';

export const priorityDeliveryReorders: Rule = {
  code: 'priority-delivery-reorders',
  group: 'ordering',
  severity: 'warning',
  title: 'A sequence waits on a queue that delivers by priority, and its messages have different priorities.',
  docs: {
    behaviour:
      'With `MSGDLVSQ(PRIORITY)`, the default, a get takes the message of the highest priority first, and the order of arrival counts only among equals. `FIFO` keeps the order of arrival.',
    harm: 'Messages of one sequence that were put with different priorities are read in another order.',
    remedy: 'Set `MSGDLVSQ(FIFO)` (the light bulb does it), or put all messages of the sequence with one priority.',
    exception:
      'All programs say the same priority themselves. The finding is given only where a sequence is declared for the queue (`* @ordering sequence: reason`) and definitions of it, clones or aliases, differ in DEFPRTY.',
    sources: [
      'IBM MQ 9.2, DEFINE queues: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.adm.doc/q085690_.html',
      'That an alias supplies its own DEFPRTY: IBM MQ 9.2, How are destination object attributes resolved: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/q132960_.html',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      const found = orderedQueuesOf(estate).flatMap((queue) => {
        const other = effectiveText(queue.object, 'MSGDLVSQ') === 'PRIORITY' ? otherPriority(queue) : undefined;
        return other ? { ...queue, other, at: attributePlace(queue.object, 'MSGDLVSQ') } : [];
      });
      for (const { at, object, queueManager, need, group, other } of oncePerPlace(found)) {
        const edit = setAttribute(object, 'MSGDLVSQ', 'FIFO', effective(object, 'MSGDLVSQ'));
        yield {
          at,
          message:
            `${object.name} must be processed in sequence${because(need)}, but delivers by priority, and not all its messages have the same: ` +
            `DEFPRTY(${effectiveText(object, 'DEFPRTY')}) here, DEFPRTY(${effectiveText(other, 'DEFPRTY')}) for ${other.name} on ${other.queueManager}. The higher ones overtake.`,
          queueManager: queueManager.name,
          related: [
            { at: need.at, message: `${need.need} is declared here` },
            { at: attributePlace(other, 'DEFPRTY'), message: `${other.name} on ${other.queueManager}` },
          ],
          fixes: edit ? [{ title: `Make MSGDLVSQ(FIFO) on ${queueManager.name}`, edits: [edit] }] : [],
          subject: {
            cluster: group?.cluster,
            queue: object.name,
            attribute: 'MSGDLVSQ',
            queueManagers: [queueManager.name],
          },
        };
      }
    },
  },
};

/** Another definition of the queue whose default priority is not that of its own. */
const otherPriority = (queue: OrderedQueue): MqObject | undefined => {
  const own = effectiveText(queue.object, 'DEFPRTY');
  return otherOpeningsOf(queue, queue.group?.instances)
    .map(({ object }) => object)
    .find((one) => own !== '' && !['', own].includes(effectiveText(one, 'DEFPRTY')));
};
