import { effective, effectiveText } from '#core/model/effective.ts';
import type { Cluster, EffectiveValue, Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { clusterChannelsOf } from '#core/model/queries.ts';
import { quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import { advertisesIn, hostsOf, membershipOf } from './parts/membership.ts';
import { misspelt } from './parts/misspelt.ts';
import { perQueueManager } from './parts/per-queue-manager.ts';
import { oncePerPlace } from './parts/places.ts';
import { list } from './parts/words.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const clusterNameMisspelt: Rule = {
  code: 'cluster-name-misspelt',
  group: 'cluster',
  severity: 'warning',
  title: 'A cluster that nobody is in has almost the name of one that exists.',
  docs: {
    behaviour:
      'MQ takes any name for a cluster: queues, topics, REPOS and namelists may name one that does not exist yet, and no command fails.',
    harm: 'The object is advertised to nobody, or the queue manager holds the repository of a cluster without members, and nothing says so.',
    remedy: 'Correct the name; the light bulb does it.',
    exception:
      'The cluster is made later, or by files that are not here. Names that differ in digits only are taken for different ones, and a name is only compared with clusters that have a CLUSRCVR in the files. ' +
      'A queue whose queue manager has cluster channels is reported by `queue-in-unjoined-cluster`.',
    sources: [
      'IBM MQ 10.0, Routing for publish/subscribe clusters: Notes on behavior (a misspelt cluster name is not reported by MQ): https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=clusters-routing-publishsubscribe-notes-behavior',
    ],
  },
  check: {
    scope: 'estate',
    run: (estate) => oncePerPlace(misspellings(estate)),
  },
};

function* misspellings(estate: Estate): Iterable<EstateFinding> {
  const real = new Set([...estate.clusters.values()].filter((one) => hostsOf(one).length > 0).map(({ name }) => name));
  if (real.size === 0) return;
  const meant = new Map<string, string | undefined>();
  const meantBy = (name: string): string | undefined => {
    if (real.has(name) || isUsed(estate.clusters.get(name))) return undefined;
    if (!meant.has(name)) meant.set(name, misspelt(name, real));
    return meant.get(name);
  };
  for (const mention of [
    ...mentionsByQueues(estate, (name) => meantBy(name) !== undefined),
    ...[...estate.queueManagers.values()].flatMap(otherMentions),
  ])
    for (const name of mention.value.value.split(',').map((one) => one.trim())) {
      const right = name === '' ? undefined : meantBy(name);
      if (right !== undefined) yield* report(mention, name, right, estate);
    }
}

interface Mention {
  readonly object: MqObject;
  readonly keyword: string;
  readonly value: EffectiveValue;
}

/** Queues in clusters that look misspelt; looked for by cluster, as there are so many queues. */
function* mentionsByQueues(estate: Estate, isSuspect: (cluster: string) => boolean): Iterable<Mention> {
  for (const { name, cloneGroups } of estate.clusters.values())
    if (isSuspect(name))
      for (const { instances } of cloneGroups.values())
        for (const { object, queueManager } of instances) {
          const value = effective(object, 'CLUSTER');
          if (value && !value.isOpen && membershipOf(queueManager, name, estate) === 'unknown')
            yield { object, keyword: 'CLUSTER', value };
        }
}

/** Topics, the queue managers' REPOS, and the namelists that CLUSNL and REPOSNL of theirs and of channels name. */
const otherMentions = perQueueManager((queueManager) => [...findOthers(queueManager)]);

function* findOthers(queueManager: QueueManager): Iterable<Mention> {
  const { objects, attributes } = queueManager;
  const lists = new Set<string>([effectiveText(attributes, 'REPOSNL')]);
  for (const channel of clusterChannelsOf(queueManager)) lists.add(effectiveText(channel, 'CLUSNL'));
  for (const object of [attributes, ...objects.all('topic')]) {
    const keyword = object.type === 'QMGR' ? 'REPOS' : 'CLUSTER';
    const value = isDefaultObject(object.name) ? undefined : effective(object, keyword);
    if (value && !value.isOpen && value.value !== '') yield { object, keyword, value };
  }
  for (const name of lists) {
    const object = name === '' ? undefined : objects.get('namelist', name);
    const value = object && effective(object, 'NAMES');
    if (object && value && !value.isOpen) yield { object, keyword: 'NAMES', value };
  }
}

/** A cluster that has any channel or is declared is no slip of the pen. */
const isUsed = (cluster: Cluster | undefined): boolean =>
  cluster !== undefined &&
  (cluster.isUniform || cluster.members.some(({ receivers, senders }) => receivers.length + senders.length > 0));

function* report(
  { object, keyword, value }: Mention,
  name: string,
  right: string,
  estate: Estate,
): Iterable<EstateFinding> {
  if (value.origin.kind !== 'written') return;
  const { at, valueAt } = value.origin;
  const hosts = estate.clusters.get(right)?.members ?? [];
  const others = [...estate.queueManagers.values()].filter((one) => advertisesIn(name, one)).length;
  // A name that several queue managers use alike is meant.
  if (others > 1) return;
  yield {
    at,
    message: `${keyword} of ${object.name} names the cluster ${name}, which no queue manager is in. Did you mean ${right} (${list(hosts.map(({ queueManager }) => queueManager.name))})?`,
    queueManager: object.queueManager,
    related: hosts.flatMap(({ receivers }) =>
      receivers.slice(0, 1).map(({ nameAt, name: channel, queueManager }) => ({
        at: nameAt,
        message: `${queueManager} is in ${right} by ${channel}`,
      })),
    ),
    fixes:
      valueAt && value.value === name
        ? [{ title: `Change the cluster to ${right}`, edits: [{ ...valueAt, newText: quoteIfNeeded(right) }] }]
        : [],
    subject: { cluster: right, queue: undefined, attribute: keyword, queueManagers: [object.queueManager] },
  };
}
