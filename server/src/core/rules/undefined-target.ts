import { clusterPartsOf } from '#core/model/clusters.ts';
import { effective, effectiveText } from '#core/model/effective.ts';
import { meaningOfRemote } from '#core/model/message-route.ts';
import type { Estate, QueueManager } from '#core/model/model.ts';
import { headerOf } from '#core/model/resolve-name.ts';
import { type Absence, absenceOf, absentFinding, writeInstead } from './parts/absence.ts';
import { isBesideClone } from './parts/absent-references.ts';
import { isClusterQueue } from './parts/is-cluster-queue.ts';
import { isPartlyElsewhere } from './parts/membership.ts';
import { namedQueueManagers } from './parts/named-queue-managers.ts';
import { perEstate } from './parts/per-estate.ts';
import { danglingReferences, type Reference } from './parts/references.ts';
import type { Ask, EstateFinding, Rule } from './rule.ts';

export const undefinedTarget: Rule = {
  code: 'undefined-target',
  group: 'references',
  severity: 'warning',
  title: 'The target of an alias or remote queue is not defined.',
  docs: {
    behaviour:
      'TARGET of a QALIAS names a queue of the same queue manager, a cluster queue or a topic object; RNAME of a QREMOTE names a queue on the queue manager RQMNAME. MQ checks neither when it is defined.',
    harm: 'Opening the alias fails. What is put to the remote queue travels to the other queue manager and ends in its dead-letter queue, or stops the channel.',
    remedy: 'Define the target, or correct the name.',
    exception:
      'Another file, not of this workspace, defines it, or it is a queue of a cluster that is only partly here. Nothing is said unless the files of the queue manager look complete or a name almost like it exists.',
    mqSays: '2082 (MQRC_UNKNOWN_ALIAS_BASE_Q); 2085 (MQRC_UNKNOWN_OBJECT_NAME) in the dead-letter header',
    sources: [
      'IBM MQ, 2082 (MQRC_UNKNOWN_ALIAS_BASE_Q)',
      'IBM MQ Explorer, tests: alias queue definitions, remote queue definitions',
    ],
  },
  check: {
    scope: 'queue-manager',
    *run(queueManager, { ask }) {
      yield* aliasTargets(queueManager, ask);
      yield* remoteTargets(queueManager, ask);
    },
  },
};

function* aliasTargets(queueManager: QueueManager, ask: Ask): Iterable<EstateFinding> {
  const dangling = danglingReferences(queueManager, ['TARGET']);
  // One question for all of them: most lead to a queue of a cluster.
  const inClusters = ask((estate) =>
    dangling.map(({ space, name }) => space === 'queue' && isClusterQueue(name, estate)),
  );
  for (const [index, reference] of dangling.entries()) {
    if (inClusters[index]) continue;
    const absence = ask((estate) => absenceOfTarget(reference, estate));
    if (!absence) continue;
    const isTopic = reference.space === 'topic';
    yield absentFinding(reference, absence, {
      what: isTopic ? 'topic' : 'queue',
      consequence: `Opening ${reference.object.name} fails${isTopic ? ': an alias wants a local topic object, a topic of the cluster will not do' : ' with 2082'}.`,
    });
  }
}

const absenceOfTarget = (reference: Reference, estate: Estate): Absence | undefined => {
  const { queueManager, object, space, name } = reference;
  const absence = absenceOf({ queueManager, space, name, asker: object }, estate);
  if (!absence || absence.meant !== undefined) return absence;
  const isElsewhere = space === 'queue' && mayBeInCluster(queueManager, estate);
  return isElsewhere || isBesideClone(reference, estate) ? undefined : absence;
};

function* remoteTargets(queueManager: QueueManager, ask: Ask): Iterable<EstateFinding> {
  const remotes = [...remotesOf(queueManager)];
  const targets = namedQueueManagers(
    remotes.map(({ there }) => there),
    ask,
  );
  for (const { object, name, there } of remotes) {
    const target = targets.get(there.toUpperCase());
    if (target?.name !== there || target === queueManager || target.objects.get('queue', name.value)) continue;
    const absence = ask((estate) => absenceThere(name.value, target, estate));
    if (!absence) continue;
    const { origin } = name;
    const hint = absence.meant === undefined ? '.' : `; did you mean ${absence.meant}?`;
    yield {
      at: origin.kind === 'written' ? origin.at : object.nameAt,
      message: `${object.name} leads to ${name.value} on ${there}, but no file of ${there} defines a queue ${name.value}${hint} Messages end in the dead-letter queue of ${there}.`,
      queueManager: queueManager.name,
      fixes:
        absence.meant !== undefined && origin.kind === 'written' && origin.valueAt
          ? writeInstead(absence.meant, origin.valueAt)
          : [],
    };
  }
}

/** Of a queue that its own files do not define, on a queue manager of the files. */
const absenceThere = (name: string, queueManager: QueueManager, estate: Estate): Absence | undefined =>
  isClusterQueue(name, estate) ? undefined : absenceOf({ queueManager, space: 'queue', name }, estate);

/** The remote queues that name a queue on another queue manager, with both names. */
function* remotesOf(queueManager: QueueManager) {
  for (const object of queueManager.objects.all('queue')) {
    if (object.type !== 'QREMOTE' || effectiveText(object, 'RQMNAME') === '') continue;
    const name = effective(object, 'RNAME');
    if (!name || name.isOpen || name.value === '') continue;
    const there = headerOf(meaningOfRemote(object, queueManager))?.queueManager ?? '';
    if (there !== '') yield { object, name, there };
  }
}

/** The queue manager is in a cluster that has members, and so perhaps queues, that the files do not show. */
const mayBeInCluster = (queueManager: QueueManager, estate: Estate): boolean =>
  [...clusterPartsOf(queueManager).keys(), ...uniformClustersOf(estate)].some((name) => {
    const cluster = estate.clusters.get(name);
    return (
      cluster?.members.some((member) => member.queueManager === queueManager) && isPartlyElsewhere(cluster, estate)
    );
  });

const uniformClustersOf = perEstate((estate) =>
  [...estate.clusters.values()].flatMap(({ isUniform, name }) => (isUniform ? name : [])),
);
