import { effectiveText } from '#core/model/effective.ts';
import { consumersOf, hasConsumers, isShared } from './parts/declared-consumers.ts';
import { oncePerPlace, otherInstances } from './parts/places.ts';
import { subjectOf } from './parts/subject.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const instanceWithoutConsumer: Rule = {
  code: 'instance-without-consumer',
  group: 'cluster',
  severity: 'warning',
  title: 'An instance of a clustered queue is read by no declared consumer.',
  docs: {
    behaviour:
      'A get reads the local instance only, and the workload algorithm does not know whether an instance has readers: it sends each its share.',
    harm: 'The share of the instance that nobody reads waits there. MQ does not move it.',
    remedy:
      'Attach a consumer to every instance, take the queue from this queue manager, or run the cluster queue monitor (AMQSCLM), which turns an instance without readers down.',
    exception:
      'A consumer that is missing in `consumers` of `mqsc.yaml`, or an instance for emergencies with a lower CLWLPRTY: of that nothing is said.',
    sources: [
      'IBM MQ 9.1, The cluster queue monitoring sample program (AMQSCLM): a consumer should be attached to every instance.',
      'IBM MQ, MQINQ and clusters (gets are always local): https://www.ibm.com/docs/en/ibm-mq/9.3?topic=clusters-mqinq',
    ],
  },
  check: {
    scope: 'clustered-queue',
    *run(group, context) {
      const { declared } = context;
      const spread = consumersOf(group, context);
      if (!spread) return;
      const best = Math.max(...spread.read.map(({ object }) => priorityOf(object)));
      const found = spread.unread.filter(
        (one) =>
          !isShared(one) &&
          hasConsumers(one, declared) &&
          priorityOf(one.object) >= best &&
          effectiveText(one.object, 'PUT') !== 'DISABLED',
      );
      for (const here of oncePerPlace(found.map((one) => ({ ...one, at: one.object.nameAt })))) {
        yield {
          at: here.at,
          message: `Nobody is declared to read ${group.queue} on ${here.queueManager.name}, but the cluster sends it its share as it does to ${list(spread.read.map(({ queueManager }) => queueManager.name))}: those messages wait.`,
          queueManager: here.queueManager.name,
          related: otherInstances(group, here),
          subject: subjectOf(group),
        };
      }
    },
  },
};

const priorityOf = (object: Parameters<typeof effectiveText>[0]): number =>
  10 * (Number(effectiveText(object, 'CLWLRANK')) || 0) + (Number(effectiveText(object, 'CLWLPRTY')) || 0);
