import { effectiveText } from '#core/model/effective.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { isShared } from './parts/declared-consumers.ts';
import { orderedQueuesOf } from './parts/ordered-queues.ts';
import { because } from './parts/ordering-needs.ts';
import { oncePerPlace } from './parts/places.ts';
import { sharingGroupsOf } from './parts/sharing-groups.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const intraGroupQueuingReorders: Rule = {
  code: 'intra-group-queuing-reorders',
  group: 'ordering',
  severity: 'warning',
  title: 'Intra-group queuing takes the short messages of a sequence past the long ones.',
  docs: {
    behaviour:
      'With `IGQ(ENABLED)` (z/OS) messages to another member of the queue-sharing group go by the shared transmission queue SYSTEM.QSG.TRANSMIT.QUEUE when they are at most 63 KB long with their headers; longer ones go by channels. (So the page of 7.5; those of 9.4 give as limit what a shared queue takes, less the header, which is more where the structure offloads long messages.) ' +
      'Order is not kept between the two ways.',
    harm: 'A sequence of messages of different lengths arrives in another order than it was put.',
    remedy:
      'Keep all messages below 63 KB, make the queue a shared one, or set `IGQ(DISABLED)` on the members that send to it.',
    exception:
      'All messages are of a kind, short or long. Queues without a declared sequence are left alone, and so are shared queues: no message is sent to those.',
    sources: [
      'IBM MQ 9.4, Limitations of intra-group queuing: https://www.ibm.com/docs/es/ibm-mq/9.4.x?topic=queuing-limitations-intra-group',
      'IBM MQ 7.5, IntraGroupQueuing: https://www.ibm.com/support/knowledgecenter/SSFKSJ_7.5.0/com.ibm.mq.ref.dev.doc/q102390_.htm',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      const groups = sharingGroupsOf(estate);
      if (groups.length === 0) return;
      const found = orderedQueuesOf(estate).flatMap((queue) => {
        const group = groups.find(({ members }) => members.includes(queue.queueManager));
        const senders = (group?.members ?? []).filter(
          (member) => member !== queue.queueManager && effectiveText(member.attributes, 'IGQ') === 'ENABLED',
        );
        return senders.length > 0 && !isShared(queue) ? { ...queue, senders, at: queue.object.nameAt } : [];
      });
      for (const { at, object, queueManager, need, group, senders } of oncePerPlace(found)) {
        yield {
          at,
          message:
            `${object.name} must be processed in sequence${because(need)}, but with IGQ(ENABLED) on ${list(senders.map(({ name }) => name))} messages up to 63 KB travel to ${queueManager.name} by intra-group queuing ` +
            'and longer ones by a channel: the order is lost between them.',
          queueManager: queueManager.name,
          related: [
            { at: need.at, message: `${need.need} is declared here` },
            ...senders.map(({ attributes, name }) => ({
              at: attributePlace(attributes, 'IGQ'),
              message: `${name}: IGQ(ENABLED)`,
            })),
          ],
          subject: {
            cluster: group?.cluster,
            queue: object.name,
            attribute: 'IGQ',
            queueManagers: [queueManager.name, ...senders.map(({ name }) => name)],
          },
        };
      }
    },
  },
};
