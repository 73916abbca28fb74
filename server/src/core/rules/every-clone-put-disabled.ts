import { writtenIn } from './parts/clone-groups.ts';
import { readingOf } from './parts/difference.ts';
import { oncePerPlace } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { subjectOf } from './parts/subject.ts';
import type { Rule } from './rule.ts';

export const everyClonePutDisabled: Rule = {
  code: 'every-clone-put-disabled',
  group: 'clones',
  severity: 'error',
  title: 'All instances of a clustered queue are put-disabled.',
  docs: {
    behaviour:
      'The workload algorithm leaves put-disabled instances out as long as one is enabled. When all are disabled and there is no local ' +
      'instance, an MQOPEN that binds on open fails with 2268; one that does not bind succeeds and its MQPUT fails. With a local ' +
      'instance the open succeeds and the put fails with 2051. Messages on their way are put on the dead-letter queue.',
    harm: 'Nobody in the cluster can put a message to the queue.',
    remedy: 'Enable puts on at least one instance: `PUT(ENABLED)`.',
    exception: 'While the queue is taken out of service as a whole.',
    mqSays: '2268 (MQRC_CLUSTER_PUT_INHIBITED), 2051 (MQRC_PUT_INHIBITED)',
    sources: [
      'IBM MQ 9.2, 2268 MQRC_CLUSTER_PUT_INHIBITED: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tro.doc/q043000_.html',
      'IBM MQ 9.0, What happens if a cluster queue is disabled for MQPUT: http://setgetweb.com/p/MQ90/tro/q039350_.htm',
    ],
  },
  check: {
    scope: 'clone-group',
    *run(group) {
      if (!writtenIn(group).has('PUT')) return;
      const readings = group.instances.map((instance) => readingOf(instance, 'PUT'));
      const disabled = readings.filter((reading) => reading?.value === 'DISABLED');
      if (disabled.length < readings.length) return;
      const known = disabled.flatMap((reading) => reading ?? []);
      for (const { instance, at, effective } of oncePerPlace(known)) {
        const { name } = instance.queueManager;
        const edit = setAttribute(instance.object, 'PUT', 'ENABLED', effective);
        yield {
          at,
          message:
            `All ${known.length} instances of ${group.queue} in cluster ${group.cluster} are put-disabled: an open that binds fails with 2268 ` +
            '(MQRC_CLUSTER_PUT_INHIBITED), any other put with 2051 (MQRC_PUT_INHIBITED). Enable puts on at least one.',
          queueManager: name,
          related: known
            .filter((reading) => reading.instance !== instance)
            .map((reading) => ({ at: reading.at, message: `${reading.instance.queueManager.name}: PUT(DISABLED)` })),
          fixes: edit ? [{ title: `Enable puts to ${group.queue} on ${name}`, edits: [edit] }] : [],
          subject: subjectOf(group, 'PUT'),
        };
      }
    },
  },
};
