import { effectiveText } from '#core/model/effective.ts';
import { consumersOf, hasConsumers, isShared } from './parts/declared-consumers.ts';
import { oncePerPlace, otherInstances } from './parts/places.ts';
import { subjectOf } from './parts/subject.ts';
import { list, verb } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const distributorHostsInstance: Rule = {
  code: 'distributor-hosts-instance',
  group: 'cluster',
  severity: 'warning',
  title: 'A queue manager that no consumer is connected to hosts an instance of a queue that is read elsewhere.',
  docs: {
    behaviour:
      'A put on a queue manager with an instance of its own goes to that one (CLWLUSEQ), and puts from elsewhere give it its share. MQ does not look whether anybody reads there.',
    harm: 'On a host that only deals messages out, what is put there stays there, and nobody reads it: instead of sharing the work out, it keeps all of it.',
    remedy:
      'Do not define the queue on the distributor: programs there put to it as a cluster queue and reach the instances of the others.',
    exception: 'A consumer that is missing in `consumers` of `mqsc.yaml`. Without that section nothing is said.',
    sources: [
      'IBM WebSphere Application Server 6.1, WebSphere Application Server cloning and WebSphere MQ clustering: the messaging host must not define the queue.',
      'IBM MQ 9.2, Cluster workload balancing - queue attributes: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/queclus.html',
    ],
  },
  check: {
    scope: 'clustered-queue',
    *run(group, context) {
      const { declared } = context;
      const spread = consumersOf(group, context);
      const found = spread?.unread.filter((one) => !isShared(one) && !hasConsumers(one, declared)) ?? [];
      const readers = spread?.read.map(({ queueManager }) => queueManager.name) ?? [];
      for (const here of oncePerPlace(found.map((one) => ({ ...one, at: one.object.nameAt })))) {
        const { queueManager, object, at } = here;
        if (effectiveText(object, 'PUT') === 'DISABLED') continue;
        yield {
          at,
          message:
            `No consumer is declared on ${queueManager.name}, but it hosts ${group.queue}, which is read on ${list(readers)}: what is put on ${queueManager.name} stays there unread, ` +
            `instead of going to ${list(readers)}. Without this instance it would ${verb(readers.length, 'go there', 'be shared out')}.`,
          queueManager: queueManager.name,
          related: otherInstances(group, here),
          subject: subjectOf(group),
        };
      }
    },
  },
};
