import { similar } from '#core/facts/similar.ts';
import { clusterPartsOf } from '#core/model/clusters.ts';
import { effective, effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Cluster, Estate, Instance, MqObject, QueueManager } from '#core/model/model.ts';
import { clustersOf, hasOpenClusters } from '#core/model/queries.ts';
import { clusterTopicsIn } from './parts/cluster-topics.ts';
import { advertisesIn, hostsOf, membershipOf, withoutMembership } from './parts/membership.ts';
import { perQueueManager } from './parts/per-queue-manager.ts';
import { placeKey } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { subjectOf } from './parts/subject.ts';
import { list, verb } from './parts/words.ts';
import type { Ask, EstateFinding, Rule, Severity } from './rule.ts';

export const cloneOutsideCluster: Rule = {
  code: 'clone-outside-cluster',
  group: 'clones',
  severity: 'warning',
  title: 'A queue or topic is clustered on other queue managers, but not on this member of the cluster.',
  docs: {
    behaviour:
      'A queue is an instance of a cluster queue only where its CLUSTER or CLUSNL names the cluster. A definition without it, or with a misspelt name, is ' +
      'a queue of this queue manager alone. MQ reports neither: the name may be of a cluster that is still to come.',
    harm:
      'The queue manager gets none of the messages of the cluster. What its own applications put to the name stays there instead of being ' +
      'shared out: name resolution takes the local queue first. If nobody reads it there, the messages wait for ever.',
    remedy:
      'Add `CLUSTER` (the light bulb does), delete the local definition, or say that it is local on purpose with `* @ignore clone-outside-cluster: reason`.',
    exception:
      'A local alias or remote definition of the name, that redirects local applications on purpose, is reported as information only; so is a queue ' +
      'of a queue manager of which no file tells that it is in the cluster, and a topic object of the same name or topic string: a member may keep a branch of the topic tree to itself on purpose.',
    sources: [
      'IBM MQ 9.4, Name resolution (a local queue without CLUSTER is used locally): https://www.ibm.com/docs/SSFKSJ_9.4.0/develop/q025990_.html',
      'IBM MQ 10.0, Routing for publish/subscribe clusters: Notes on behavior (misspelt cluster names are not reported): https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=problems-routing-publishsubscribe-clusters-notes-behavior',
      'IBM MQ Explorer 9.3, Cluster topics (the effect of defining local topics as well as cluster topics): https://www.ibm.com/docs/ja/SSFKSJ_9.3.0/explorer/e_clustertopics.html; that the local one decides is known from memory',
      'WebSphere Application Server, WAS cloning and WebSphere MQ clustering (a local definition on the distributing host keeps the messages)',
    ],
  },
  check: {
    scope: 'cluster',
    perPlace: 'once',
    *run(cluster, { ask }) {
      const strays = new Map<string, Stray>();
      const members = cluster.members.map(({ queueManager }) => queueManager);
      for (const queueManager of new Set([...members, ...ask(withoutMembership)])) {
        for (const object of namesakesOf(cluster, queueManager)) {
          const group = cluster.cloneGroups.get(object.name);
          if (!group) continue;
          const severity = ask((estate) => severityFor(object, queueManager, group, estate));
          if (!severity) continue;
          const key = `${placeKey(object.nameAt)}|${severity}`;
          const stray = strays.get(key) ?? { group, severity, outside: [] };
          strays.set(key, { ...stray, outside: [...stray.outside, { queueManager, object }] });
        }
      }
      for (const stray of strays.values()) yield* report(stray);
      yield* strayTopics(cluster, ask);
    },
  },
};

/** Topic objects that members of the cluster keep out of it. */
function* strayTopics(cluster: Cluster, ask: Ask): Iterable<EstateFinding> {
  for (const group of ask((estate) => clusterTopicsIn(cluster, estate))) {
    const strings = new Set(group.instances.map(({ object }) => effectiveText(object, 'TOPICSTR')));
    for (const { queueManager } of cluster.members) {
      if (group.instances.some((one) => one.queueManager === queueManager)) continue;
      if (ask((estate) => membershipOf(queueManager, group.cluster, estate)) !== 'member') continue;
      for (const object of queueManager.objects.all('topic')) {
        const isSame = object.name === group.queue || strings.has(effectiveText(object, 'TOPICSTR'));
        if (!isSame || !object.isDefined || object.isSystem || effectiveText(object, 'CLUSTER') !== '') continue;
        if (hasOpenClusters(object, queueManager)) continue;
        yield reportTopic({ queueManager, object }, group);
      }
    }
  }
}

const reportTopic = ({ object, queueManager }: Instance, group: CloneGroup): EstateFinding => {
  const hosts = group.instances.map((instance) => instance.queueManager.name);
  const edit = setAttribute(object, 'CLUSTER', group.cluster, effective(object, 'CLUSTER'));
  return {
    at: object.nameAt,
    message:
      `${object.name} is in no cluster on ${queueManager.name}, but ${list(hosts)} ${verb(hosts.length, 'defines', 'define')} the topic in ${group.cluster}: ` +
      `what is published on ${queueManager.name} goes by its own definition and may not reach subscribers elsewhere.`,
    severity: 'info',
    queueManager: queueManager.name,
    related: group.instances.map((instance) => ({
      at: instance.object.nameAt,
      message: `The cluster topic on ${instance.queueManager.name}`,
    })),
    fixes: edit
      ? [{ title: `Put ${object.name} on ${queueManager.name} into cluster ${group.cluster}`, edits: [edit] }]
      : [],
  };
};

/**
 * Queues of a queue manager that have the name of a queue in the cluster and are not in it. Looked for anew when the queue manager or the
 * names in the cluster are others than before.
 */
const namesakesOf = ({ name, queueNames }: Cluster, queueManager: QueueManager): readonly MqObject[] => {
  const byCluster = foundNamesakes(queueManager);
  const known = byCluster.get(name);
  if (known?.queueNames === queueNames) return known.found;
  const own = clusterPartsOf(queueManager).get(name)?.instances;
  const found = [...queueManager.objects.all('queue')].filter(
    (one) => !one.isSystem && !one.sharedFrom && queueNames.has(one.name) && own?.get(one.name)?.object !== one,
  );
  byCluster.set(name, { queueNames, found });
  return found;
};

const foundNamesakes = perQueueManager(
  () => new Map<string, { readonly queueNames: ReadonlySet<string>; readonly found: readonly MqObject[] }>(),
);

/** A queue outside the cluster of its group; on several queue managers when they run the same file. */
interface Stray {
  readonly group: CloneGroup;
  readonly severity: Severity;
  readonly outside: readonly Instance[];
}

function* report({ group, severity, outside }: Stray): Iterable<EstateFinding> {
  const [first] = outside;
  if (!first) return;
  const { object, queueManager } = first;
  const names = list(outside.map((instance) => instance.queueManager.name));
  const hosts = group.instances.map((instance) => instance.queueManager.name);
  const own = clustersOf(object, queueManager);
  const here = own.length === 0 ? 'is in no cluster' : `is in ${list(own)}`;
  const current = effective(object, 'CLUSTER');
  const edit =
    effectiveText(object, 'CLUSNL') === '' ? setAttribute(object, 'CLUSTER', group.cluster, current) : undefined;
  yield {
    at: current?.origin.kind === 'written' ? current.origin.at : object.nameAt,
    message:
      `${group.queue} ${here} on ${names}, but ${list(hosts)} ${verb(hosts.length, 'hosts', 'host')} it in ${group.cluster}: ` +
      (object.type === 'QLOCAL'
        ? `${names} ${verb(outside.length, 'gets', 'get')} none of the cluster's messages, and what is put to the name there stays there.`
        : `programs on ${names} use this ${object.type} instead of the cluster's instances.`),
    severity,
    queueManager: queueManager.name,
    related: group.instances.map((instance) => ({
      at: instance.object.nameAt,
      message: `The instance on ${instance.queueManager.name}`,
    })),
    fixes: edit ? [{ title: `Put ${group.queue} on ${names} into cluster ${group.cluster}`, edits: [edit] }] : [],
    subject: subjectOf({ ...group, instances: [...group.instances, ...outside] }, 'CLUSTER'),
  };
}

/**
 * How likely the cluster was forgotten or misspelt. A member of the cluster should host the queue in it; where no file
 * tells who is a member, a neighbour queue in the cluster says the same. Without either, several other hosts or a similar
 * cluster name only let one ask. Undefined when nothing speaks for it, or when the queue is elsewhere on purpose.
 */
const severityFor = (
  object: MqObject,
  queueManager: QueueManager,
  { cluster, instances }: CloneGroup,
  estate: Estate,
): Severity | undefined => {
  if (!object.isDefined || object.type === 'QMODEL' || effectiveText(object, 'USAGE') === 'XMITQ') return undefined;
  const own = clustersOf(object, queueManager);
  if (own.includes(cluster) || hasOpenClusters(object, queueManager)) return undefined;
  if (own.some((name) => isCluster(name, estate))) return undefined;
  const membership = membershipOf(queueManager, cluster, estate);
  if (membership === 'not-a-member') return undefined;
  const isLikely = membership === 'member' || advertisesIn(cluster, queueManager);
  if (isLikely) return object.type === 'QLOCAL' ? 'warning' : 'info';
  return instances.length > 1 || own.some((name) => similar(name, [cluster])) ? 'info' : undefined;
};

/** A cluster that has a member in the files; a name that only queues mention may be misspelt. */
const isCluster = (name: string, estate: Estate): boolean => {
  const cluster = estate.clusters.get(name);
  return cluster !== undefined && (cluster.isUniform || hostsOf(cluster).length > 0);
};
