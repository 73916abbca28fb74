import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Cluster, MqObject } from '#core/model/model.ts';
import { cloneGroupsIn, setsOnQueues, writtenIn } from './parts/clone-groups.ts';
import { onlyReceiverOf } from './parts/clone-hosts.ts';
import { type Reading, readingOf } from './parts/difference.ts';
import { oncePerPlace } from './parts/places.ts';
import { subjectOf } from './parts/subject.ts';
import { list } from './parts/words.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const cloneRankStarves: Rule = {
  code: 'clone-rank-starves',
  group: 'clones',
  severity: 'info',
  title: 'An instance never gets a message, because another has a higher CLWLRANK.',
  docs: {
    behaviour:
      'The workload algorithm keeps the cluster receivers of the highest CLWLRANK, then the queues of the highest CLWLRANK, and drops the others before it looks at the state of channels. ' +
      'So a lower rank is not a backup: while the best one cannot be reached, messages wait for it.',
    harm: 'An instance that was meant to take over never does; its queue manager and its consumers are idle.',
    remedy:
      'For a backup use CLWLPRTY, which is looked at after the state of channels. For equal instances set the same CLWLRANK.',
    exception:
      'Ranks that steer messages through gateways between clusters, where the other instances are aliases: nothing is said of those. And a switch by hand, which is what a rank is good for.',
    sources: [
      'IBM MQ 9.2, Cluster workload balancing - queue attributes: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/queclus.html',
      'IBM MQ 9.2, Cluster workload balancing - channel attributes: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/chlclus.html',
    ],
  },
  check: {
    scope: 'cluster',
    perPlace: 'once',
    *run(cluster, { ask }) {
      const ranksOf = hasRankedReceivers(cluster) ? [channelRanks, queueRanks] : [queueRanks];
      const groups = ask((estate) => cloneGroupsIn(cluster, estate));
      const hosts = new Set(groups.flatMap(({ instances }) => instances.map(({ queueManager }) => queueManager)));
      if (ranksOf.length === 1 && ![...hosts].some((host) => setsOnQueues(host, 'CLWLRANK'))) return;
      for (const group of groups) {
        if (ranksOf.length === 1 && !writtenIn(group).has('CLWLRANK')) continue;
        for (const find of ranksOf)
          for (const finding of oncePerPlace(tell(find(group, cluster))))
            yield { ...finding, subject: subjectOf(group, 'CLWLRANK') };
      }
    },
  },
};

/** Whether the cluster receivers differ in rank: in most clusters none has any. */
const hasRankedReceivers = ({ members }: Cluster): boolean =>
  new Set(members.flatMap(({ receivers }) => receivers.map((one) => effectiveText(one, 'CLWLRANK')))).size > 1;

/** A rank and the queue that it decides about. */
interface Rank extends Reading {
  readonly queue: MqObject;
}

const queueRanks = (group: CloneGroup): readonly Rank[] =>
  writtenIn(group).has('CLWLRANK')
    ? group.instances.flatMap((instance) => {
        const reading = readingOf(instance, 'CLWLRANK');
        return reading ? { ...reading, queue: instance.object } : [];
      })
    : [];

/** The ranks of the cluster receivers, which are compared before those of the queues. */
const channelRanks = (group: CloneGroup, cluster: Cluster): readonly Rank[] =>
  group.instances.flatMap(({ queueManager, object: queue }) => {
    const object = onlyReceiverOf(cluster, queueManager);
    const reading = object && readingOf({ queueManager, object }, 'CLWLRANK');
    return reading ? { ...reading, queue } : [];
  });

const tell = (ranks: readonly Rank[]): readonly EstateFinding[] => {
  const best = Math.max(...ranks.map(({ value }) => Number(value)));
  const winners = ranks.filter(({ value }) => Number(value) === best);
  const starved = ranks.filter(
    ({ value, queue }) => Number(value) < best && queue.type === 'QLOCAL' && effectiveText(queue, 'PUT') === 'ENABLED',
  );
  if (starved.length === 0) return [];
  const isOdd = starved.length < 2 || starved.length <= winners.length;
  return isOdd ? starved.map((one) => tellStarved(one, winners)) : tellWinner(winners, starved);
};

/** An instance that gets nothing, where most instances do. */
const tellStarved = ({ at, instance, value }: Reading, winners: readonly Reading[]): EstateFinding => ({
  at,
  message:
    `${instance.object.name} on ${instance.queueManager.name} has CLWLRANK(${value}), so all messages of the cluster go to ${namesOf(winners)} with CLWLRANK(${winners[0]?.value}), ` +
    'even while nothing there can be reached. CLWLPRTY would make this instance a backup.',
  queueManager: instance.queueManager.name,
  related: relatedTo(winners),
});

/** The few instances that get everything, told once and not at each of the others. */
const tellWinner = (winners: readonly Reading[], starved: readonly Reading[]): readonly EstateFinding[] =>
  winners.slice(0, 1).map((first) => ({
    at: first.at,
    message:
      `${first.instance.object.name} on ${namesOf(winners)} has CLWLRANK(${first.value}), so all messages of the cluster go there, even while nothing there can be reached; ` +
      `${namesOf(starved)} with a lower CLWLRANK get none. CLWLPRTY would make them backups.`,
    queueManager: first.instance.queueManager.name,
    related: relatedTo(starved),
  }));

const namesOf = (readings: readonly Reading[]): string =>
  list(readings.map(({ instance }) => instance.queueManager.name));

const relatedTo = (readings: readonly Reading[]) =>
  readings.map(({ at, instance, value }) => ({ at, message: `${instance.queueManager.name}: CLWLRANK(${value})` }));
