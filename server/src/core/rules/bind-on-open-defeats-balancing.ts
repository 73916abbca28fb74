import { effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { readingOf } from './parts/difference.ts';
import { everywhereFix } from './parts/make-equal.ts';
import { needsOf } from './parts/ordering-needs.ts';
import { oncePerPlace } from './parts/places.ts';
import { subjectOf } from './parts/subject.ts';
import { list } from './parts/words.ts';
import { workloadOf } from './parts/workload.ts';
import type { Rule } from './rule.ts';

export const bindOnOpenDefeatsBalancing: Rule = {
  code: 'bind-on-open-defeats-balancing',
  group: 'ordering',
  severity: 'info',
  title: 'A clustered queue with several instances binds on open.',
  docs: {
    behaviour:
      '`DEFBIND(OPEN)`, the default, chooses an instance once for each MQOPEN that leaves the binding to the queue. All messages of that handle go there, and are ' +
      'never moved to another instance, not even while its queue manager is down. MQPUT1 is not affected.',
    harm:
      'A program that opens the queue once and puts for hours sends everything to one queue manager, and its messages wait when that fails: ' +
      'neither balance nor availability, which the instances were made for.',
    remedy:
      'Set `DEFBIND(NOTFIXED)` on all instances (the light bulb does it), or `GROUP` where groups must stay together.',
    exception:
      'Messages of one handle belong together. Declare it (`* @ordering sequence: reason`, or group, complete-batch, reply-to-requester) and this finding goes. ' +
      'It is not given where CLWLRANK or CLWLPRTY prefer one instance anyway.',
    sources: [
      'IBM MQ 9.0, Example of a cluster with more than one instance of a queue: https://www.ibm.com/docs/en/ibm-mq/9.0.x?topic=management-example-cluster-more-than-one-instance-queue',
      'IBM MQ 9.0, Queue definition commands: https://www.ibm.com/support/knowledgecenter/SSFKSJ_9.0.0/com.ibm.mq.ref.con.doc/q082330_.htm',
    ],
  },
  check: {
    scope: 'clone-group',
    *run(group, { declared }) {
      if (group.instances.some(({ object }) => effectiveText(object, 'DEFBIND') !== 'OPEN')) return;
      if (group.instances.every(({ object }) => isQueueManagerAlias(object))) return;
      const readings = group.instances.flatMap((instance) => readingOf(instance, 'DEFBIND') ?? []);
      const [first] = readings;
      if (!first || workloadOf(group) !== 'shared') return;
      if (needsOf(declared, group, ['sequence', 'group', 'complete-batch', 'reply-to-requester']).length > 0) return;
      const spread = { ...first, value: 'NOTFIXED', effective: { ...first.effective, value: 'NOTFIXED' } };
      const names = list(group.instances.map(({ queueManager }) => queueManager.name));
      for (const { at, instance } of oncePerPlace(readings)) {
        yield {
          at,
          message: `${group.queue} has instances on ${names}, but DEFBIND(OPEN) sends all messages of an open handle to one of them, and leaves them waiting when that one fails.`,
          queueManager: instance.queueManager.name,
          related: readings
            .filter((reading) => reading.instance !== instance)
            .map((reading) => ({ at: reading.at, message: `${reading.instance.queueManager.name}: DEFBIND(OPEN)` })),
          fixes: everywhereFix({ keyword: 'DEFBIND', readings }, [spread]),
          subject: subjectOf(group, 'DEFBIND'),
        };
      }
    },
  },
};

/** Nobody opens a queue manager alias as a queue: the binding is that of the queue behind it. */
const isQueueManagerAlias = (object: MqObject): boolean =>
  object.type === 'QREMOTE' && effectiveText(object, 'RNAME') === '';
