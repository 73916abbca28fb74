import { effectiveText } from '#core/model/effective.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { orderedQueuesOf } from './parts/ordered-queues.ts';
import { because } from './parts/ordering-needs.ts';
import { oncePerPlace } from './parts/places.ts';
import type { Rule } from './rule.ts';

export const backoutBreaksSequence: Rule = {
  code: 'backout-breaks-sequence',
  group: 'ordering',
  severity: 'info',
  title: 'A message of a sequence that fails is put aside, and the rest goes on without it.',
  docs: {
    behaviour:
      'MQ classes for JMS move a message that was backed out BOTHRESH times to the queue of BOQNAME, and then deliver the next one. The queue manager itself does nothing with the two.',
    harm: 'The messages behind it are processed without their predecessor; when it is put back later it comes after them.',
    remedy:
      '`BOTHRESH(0)` with a consumer that stops at the message until somebody looks; or consumers that can do with a gap.',
    exception:
      'A gap matters less than a queue that stands still; then say so with `* @ignore backout-breaks-sequence: reason`. Queues without a declared sequence are left alone.',
    sources: [
      'IBM MQ 9.4, Handling poison messages in IBM MQ classes for JMS: https://www.ibm.com/docs/SSFKSJ_9.4.0/develop/q032280_.html',
      'WebSphere Application Server 9.0.5, Strict message ordering using activation specifications.',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      const found = orderedQueuesOf(estate).flatMap((queue) =>
        Number(effectiveText(queue.object, 'BOTHRESH')) > 0 && effectiveText(queue.object, 'BOQNAME') !== ''
          ? { ...queue, at: attributePlace(queue.object, 'BOTHRESH') }
          : [],
      );
      for (const { at, object, queueManager, need, group } of oncePerPlace(found)) {
        yield {
          at,
          message:
            `${object.name} must be processed in sequence${because(need)}, but a message that fails ${effectiveText(object, 'BOTHRESH')} times is moved to ${effectiveText(object, 'BOQNAME')}, ` +
            'and those behind it are processed without it.',
          queueManager: queueManager.name,
          related: [{ at: need.at, message: `${need.need} is declared here` }],
          subject: {
            cluster: group?.cluster,
            queue: object.name,
            attribute: 'BOTHRESH',
            queueManagers: [queueManager.name],
          },
        };
      }
    },
  },
};
