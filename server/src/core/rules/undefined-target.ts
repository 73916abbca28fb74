import { clusterPartsOf } from '#core/model/clusters.ts';
import { effective, effectiveText } from '#core/model/effective.ts';
import { meaningOfRemote } from '#core/model/message-route.ts';
import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { headerOf } from '#core/model/resolve-name.ts';
import { type Absence, absenceOf, absentFinding, writeInstead } from './parts/absence.ts';
import { isBesideClone } from './parts/absent-references.ts';
import { isClusterQueue } from './parts/is-cluster-queue.ts';
import { isPartlyElsewhere } from './parts/membership.ts';
import { perEstate } from './parts/per-estate.ts';
import { type Reference, referencesIn } from './parts/references.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

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
    scope: 'object',
    among: ['queue'],
    *run(object, context) {
      yield* aliasTarget(object, context);
      yield* remoteTarget(object, context);
    },
  },
};

function* aliasTarget(alias: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  const { find, ask } = context;
  for (const reference of referencesIn(alias, ['TARGET'])) {
    const { space, name } = reference;
    const isTopic = space === 'topic';
    if (name.startsWith('SYSTEM.') || find(space, name)) continue;
    if (!isTopic && ask((estate) => isClusterQueue(name, estate))) continue;
    const absence = ask((estate, own) => absenceOfTarget(reference, own(), estate));
    if (!absence) continue;
    const consequence = `Opening ${alias.name} fails${isTopic ? ': an alias wants a local topic object, a topic of the cluster will not do' : ' with 2082'}.`;
    yield absentFinding(reference, absence, { what: isTopic ? 'topic' : 'queue', consequence }, context);
  }
}

const absenceOfTarget = (reference: Reference, queueManager: QueueManager, estate: Estate): Absence | undefined => {
  const { object, space, name } = reference;
  const absence = absenceOf({ queueManager, space, name, asker: object }, estate);
  if (!absence || absence.meant !== undefined) return absence;
  const isElsewhere = space === 'queue' && mayBeInCluster(queueManager, estate);
  return isElsewhere || isBesideClone(reference, queueManager, estate) ? undefined : absence;
};

function* remoteTarget(remote: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  const { queueManager, ask } = context;
  const name = remote.type === 'QREMOTE' ? effectiveText(remote, 'RNAME') : '';
  const there = name === '' ? '' : queueManagerBehind(remote, context);
  if (there === '' || there.toUpperCase() === queueManager.name.toUpperCase()) return;
  const absence = ask((estate) => absenceThere(name, there, estate));
  if (!absence) return;
  const { meant } = absence;
  const origin = effective(remote, 'RNAME')?.origin;
  const hint = meant === undefined ? '.' : `; did you mean ${meant}?`;
  yield {
    at: origin?.kind === 'written' ? origin.at : remote.nameAt,
    message: `${remote.name} leads to ${name} on ${there}, but no file of ${there} defines a queue ${name}${hint} Messages end in the dead-letter queue of ${there}.`,
    queueManager: queueManager.name,
    fixes:
      meant !== undefined && origin?.kind === 'written' && origin.valueAt ? writeInstead(meant, origin.valueAt) : [],
  };
}

/** The queue manager that it leads to; where an alias stands for the name, the one that is behind it. */
function queueManagerBehind(remote: MqObject, { find, ask }: ObjectContext): string {
  const named = effectiveText(remote, 'RQMNAME');
  const isAlias = named !== '' && find('queue', named)?.type === 'QREMOTE';
  return isAlias ? ask((_, own) => headerOf(meaningOfRemote(remote, own()))?.queueManager ?? '') : named;
}

/** Of a queue that its own files do not define, on a queue manager of the files. */
function absenceThere(name: string, there: string, estate: Estate): Absence | undefined {
  const target = estate.queueManagers.get(there.toUpperCase());
  if (target?.name !== there || target.objects.get('queue', name) || isClusterQueue(name, estate)) return undefined;
  return absenceOf({ queueManager: target, space: 'queue', name }, estate);
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
