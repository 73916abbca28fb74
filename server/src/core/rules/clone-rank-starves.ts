import { effectiveText } from '#core/model/effective.ts';
import { cloneGroupsOf, writtenIn } from './parts/clone-groups.ts';
import { readingOf } from './parts/difference.ts';
import { oncePerPlace, placeKey } from './parts/places.ts';
import { subjectOf } from './parts/subject.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const cloneRankStarves: Rule = {
  code: 'clone-rank-starves',
  group: 'clones',
  severity: 'info',
  title: 'An instance never gets a message, because another has a higher CLWLRANK.',
  docs: {
    behaviour:
      'The workload algorithm keeps the instances of the highest CLWLRANK and drops the others before it looks at the state of channels. ' +
      'So a lower rank is not a backup: while the best one cannot be reached, messages wait for it.',
    harm: 'An instance that was meant to take over never does; its queue manager and its consumers are idle.',
    remedy:
      'For a backup use CLWLPRTY, which is looked at after the state of channels. For equal instances set the same CLWLRANK.',
    exception:
      'Ranks that steer messages through gateways between clusters, where the other instances are aliases: nothing is said of those. And a switch by hand, which is what a rank is good for.',
    sources: [
      'IBM MQ 9.2, Cluster workload balancing - queue attributes: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/queclus.html',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      const told = new Set<string>();
      for (const group of cloneGroupsOf(estate)) {
        if (!writtenIn(group).has('CLWLRANK')) continue;
        const readings = group.instances.flatMap((instance) => readingOf(instance, 'CLWLRANK') ?? []);
        const ranks = readings.map(({ value }) => Number(value));
        const best = Math.max(...ranks);
        const winners = readings.filter(({ value }) => Number(value) === best);
        const starved = readings.filter(
          ({ value, instance: { object } }) =>
            Number(value) < best && object.type === 'QLOCAL' && effectiveText(object, 'PUT') === 'ENABLED',
        );
        const names = winners.map(({ instance }) => instance.queueManager.name);
        for (const { at, instance, value } of oncePerPlace(starved)) {
          if (told.has(placeKey(at))) continue;
          told.add(placeKey(at));
          yield {
            at,
            message:
              `${group.queue} on ${instance.queueManager.name} has CLWLRANK(${value}), so all messages of the cluster go to ${list(names)} with CLWLRANK(${best}), even while nothing there can be reached. ` +
              'CLWLPRTY would make this instance a backup.',
            queueManager: instance.queueManager.name,
            related: winners.map((winner) => ({
              at: winner.at,
              message: `${winner.instance.queueManager.name}: CLWLRANK(${best})`,
            })),
            subject: subjectOf(group, 'CLWLRANK'),
          };
        }
      }
    },
  },
};
