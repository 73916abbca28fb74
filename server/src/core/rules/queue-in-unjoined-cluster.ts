import { similar } from '#core/facts/similar.ts';
import { clusterPartsOf } from '#core/model/clusters.ts';
import { effective, effectiveText } from '#core/model/effective.ts';
import type { Cluster, Estate, MqObject } from '#core/model/model.ts';
import { clustersOf, hasOpenMembership } from '#core/model/queries.ts';
import { hostsOf, membershipOf } from './parts/membership.ts';
import { perQueueManager } from './parts/per-queue-manager.ts';
import { placeKey } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { list, verb } from './parts/words.ts';
import type { EstateFinding, Fix, Rule } from './rule.ts';

export const queueInUnjoinedCluster: Rule = {
  code: 'queue-in-unjoined-cluster',
  group: 'cluster',
  severity: 'error',
  title: 'A queue or topic is in a cluster that its queue manager has not joined.',
  docs: {
    behaviour:
      'A queue manager is a member of a cluster when it has a cluster-receiver channel (CLUSRCVR) in it. A queue or topic whose CLUSTER or CLUSNL names another cluster is ' +
      'accepted without a word: the queue manager might join later.',
    harm: 'The queue is advertised to nobody. Applications elsewhere get 2085 (MQRC_UNKNOWN_OBJECT_NAME), or all messages go to the other instances. Publications on the topic reach no subscriber elsewhere.',
    remedy: 'Correct the name of the cluster, or define the CLUSRCVR (and a CLUSSDR to a full repository) for it.',
    exception:
      'It is an error when the files define cluster channels of the queue manager, and none for this cluster. When they define none at all but do so for other queue ' +
      'managers, it is a warning: other files probably make it a member. When nobody has a channel in the cluster, nothing is said.',
    mqSays: '2085 (MQRC_UNKNOWN_OBJECT_NAME) elsewhere in the cluster',
    sources: [
      'IBM MQ 9.2, Cluster channels: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
      'IBM MQ 9.2, Queue definition commands: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/q082330_.html',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      const strays = new Map<string, Stray>();
      for (const queueManager of estate.queueManagers.values()) {
        if (hasOpenMembership(queueManager)) continue;
        for (const [cluster, queues] of queuesByCluster(queueManager)) {
          const membership = membershipOf(queueManager, cluster, estate);
          if (membership === 'member') continue;
          for (const queue of queues) {
            const key = `${placeKey(placeOf(queue))}|${cluster}|${membership}`;
            const stray = strays.get(key) ?? { queue, cluster, membership, owners: [] };
            strays.set(key, { ...stray, owners: [...stray.owners, queueManager.name] });
          }
        }
      }
      for (const alike of Map.groupBy(strays.values(), groupOf).values()) {
        const [first] = alike;
        if (!first) continue;
        if (alike.length > several) yield* judge(first, alike.slice(1), estate);
        else for (const stray of alike) yield* judge(stray, [], estate);
      }
    },
  },
};

/** A queue in a cluster that its queue managers have not joined; several when they run the same file. */
interface Stray {
  readonly queue: MqObject;
  readonly cluster: string;
  readonly membership: ReturnType<typeof membershipOf>;
  readonly owners: readonly string[];
}

/** More than so many of one file have one cause, the missing channel, and are told once. */
const several = 3;

const groupOf = ({ queue, cluster, membership, owners }: Stray): string =>
  [placeOf(queue).source, cluster, membership, ...owners].join('|');

function* judge(
  { queue, cluster, membership, owners }: Stray,
  others: readonly Stray[],
  estate: Estate,
): Iterable<EstateFinding> {
  const found = estate.clusters.get(cluster);
  const hosts = found ? hostsOf(found) : [];
  if (membership === 'unknown' && hosts.length === 0) return;
  const joined = [...estate.clusters.keys()].filter((name) => isMember(queue.queueManager, name, estate));
  const wrong = misspeltReceiver(queue.queueManager, cluster, estate);
  const meant = wrong ? undefined : similar(cluster, joined);
  const all = [queue, ...others.map((other) => other.queue)];
  const edits = all.flatMap((one) => {
    const current = effective(one, 'CLUSTER');
    return meant && current?.value === cluster ? (setAttribute(one, 'CLUSTER', meant, current) ?? []) : [];
  });
  const what = others.length === 0 ? `${queue.name} is` : `${queue.name} and ${others.length} more are`;
  yield {
    at: placeOf(queue),
    message:
      `${what} in cluster ${cluster}, but ${list(owners)} ${verb(owners.length, 'is', 'are')} not: no CLUSRCVR of ${list(owners)} is in ${cluster}, so nobody learns of ${others.length === 0 ? 'it' : 'them'}. ` +
      (wrong
        ? `Its CLUSSDR is, but its CLUSRCVR ${wrong.name} is in ${effectiveText(wrong, 'CLUSTER')}, where nobody else is.`
        : meant
          ? `Did you mean ${meant}?`
          : 'Define one, or correct the name.'),
    ...(membership === 'unknown' && { severity: 'warning' }),
    queueManager: queue.queueManager,
    related: [
      ...hosts.flatMap((host) =>
        host.receivers.map(({ nameAt, name }) => ({
          at: nameAt,
          message: `${host.queueManager.name} is a member by ${name}`,
        })),
      ),
      ...others.map((other) => ({ at: placeOf(other.queue), message: `${other.queue.name} too` })),
    ],
    fixes: wrong
      ? joinBy(wrong, cluster)
      : meant && edits.length > 0
        ? [{ title: `Change the cluster to ${meant}`, edits }]
        : [],
    subject: { cluster, queue: queue.name, attribute: 'CLUSTER', queueManagers: owners },
  };
}

/** The receiver of a queue manager that sends to the cluster, in a cluster of almost the same name in which it is alone. */
function misspeltReceiver(name: string, cluster: string, estate: Estate): MqObject | undefined {
  const queueManager = estate.queueManagers.get(name.toUpperCase());
  const own = (one: Cluster | undefined) => one?.members.find((member) => member.queueManager === queueManager);
  if (!queueManager || !own(estate.clusters.get(cluster))?.senders.length) return undefined;
  const lonely = [...estate.clusters.values()].filter(
    (one) => one.members.length === 1 && own(one)?.receivers.length === 1 && similar(cluster, [one.name]) !== undefined,
  );
  const [receiver] = lonely.length === 1 ? (own(lonely[0])?.receivers ?? []) : [];
  return receiver && effectiveText(receiver, 'CLUSTER') !== '' ? receiver : undefined;
}

function joinBy(receiver: MqObject, cluster: string): readonly Fix[] {
  const edit = setAttribute(receiver, 'CLUSTER', cluster, effective(receiver, 'CLUSTER'));
  return edit ? [{ title: `Change the cluster of ${receiver.name} to ${cluster}`, edits: [edit] }] : [];
}

const queuesByCluster = perQueueManager((queueManager): ReadonlyMap<string, readonly MqObject[]> => {
  const found = new Map<string, MqObject[]>();
  const add = (cluster: string, object: MqObject): void => {
    if (object.isSystem || object.sharedFrom) return;
    const own = found.get(cluster);
    if (own) own.push(object);
    else found.set(cluster, [object]);
  };
  for (const [cluster, { instances }] of clusterPartsOf(queueManager))
    for (const { object } of instances.values()) add(cluster, object);
  const openQueues = [...queueManager.objects.all('queue')].filter(
    (queue) => queue.nameIsOpen && queue.type !== 'QMODEL',
  );
  for (const object of [...openQueues, ...queueManager.objects.all('topic')])
    for (const cluster of clustersOf(object, queueManager)) add(cluster, object);
  return found;
});

const isMember = (name: string, cluster: string, estate: Estate): boolean => {
  const queueManager = estate.queueManagers.get(name.toUpperCase());
  return queueManager !== undefined && membershipOf(queueManager, cluster, estate) === 'member';
};

const placeOf = (queue: MqObject) => {
  for (const keyword of ['CLUSTER', 'CLUSNL']) {
    const value = effective(queue, keyword);
    if (value && value.value !== '' && value.origin.kind === 'written') return value.origin.at;
  }
  return queue.nameAt;
};
