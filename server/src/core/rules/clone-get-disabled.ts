import { effectiveText } from '#core/model/effective.ts';
import { writtenIn } from './parts/clone-groups.ts';
import { readingOf } from './parts/difference.ts';
import { oncePerPlace } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { subjectOf } from './parts/subject.ts';
import { list, verb } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const cloneGetDisabled: Rule = {
  code: 'clone-get-disabled',
  group: 'clones',
  severity: 'warning',
  title: 'An instance of a clustered queue is closed for gets while it goes on taking messages.',
  docs: {
    behaviour:
      'GET is not advertised in the cluster: the workload algorithm does not know that nobody can read an instance, and sends it its share. ' +
      'A get there fails with 2016.',
    harm: 'The messages of that share wait on the instance for as long as it stays closed; MQ does not move them to another one.',
    remedy:
      'Enable gets (`GET(ENABLED)`; the light bulb does it), or close the instance for puts as well (`PUT(DISABLED)`), which the cluster does see.',
    exception: 'The instance is put-disabled too: then it gets nothing new, and nothing is said.',
    mqSays: '2016 (MQRC_GET_INHIBITED)',
    sources: [
      'IBM MQ 9.2, MQWQR, the fields that the workload algorithm knows of a queue (GET is not among them): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.dev.doc/q082640_.html',
      'IBM MQ 9.1, The cluster queue monitoring sample program (AMQSCLM): messages stay on an instance that nobody reads.',
    ],
  },
  check: {
    scope: 'clone-group',
    compares: [{ of: 'instance', keyword: 'GET' }],
    *run(group, { mayDiffer }) {
      if (mayDiffer.some((keyword) => keyword.toUpperCase() === 'GET')) return;
      if (!writtenIn(group).has('GET')) return;
      const local = group.instances.filter(({ object }) => object.type === 'QLOCAL');
      const readings = local.flatMap((instance) => readingOf(instance, 'GET') ?? []);
      const open = readings.filter(({ value }) => value === 'ENABLED');
      const closed = readings.filter(
        ({ value, instance }) => value === 'DISABLED' && effectiveText(instance.object, 'PUT') !== 'DISABLED',
      );
      if (open.length === 0) return;
      const others = open.map(({ instance }) => instance.queueManager.name);
      for (const { at, instance, effective } of oncePerPlace(closed)) {
        const { name } = instance.queueManager;
        const edit = setAttribute(instance.object, 'GET', 'ENABLED', effective);
        yield {
          at,
          message:
            `${group.queue} on ${name} is closed for gets, and the cluster goes on sending there, as it does not see it: that share of the messages waits. ` +
            `${list(others)} ${verb(others.length, 'says', 'say')} GET(ENABLED).`,
          queueManager: name,
          related: open.map((reading) => ({
            at: reading.at,
            message: `${reading.instance.queueManager.name}: GET(ENABLED)`,
          })),
          fixes: edit ? [{ title: `Enable gets from ${group.queue} on ${name}`, edits: [edit] }] : [],
          subject: subjectOf(group, 'GET'),
        };
      }
    },
  },
};
