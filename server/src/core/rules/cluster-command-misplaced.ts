import type { CommandRef, QueueManager } from '#core/model/model.ts';
import { clustersOf, hasOpenClusters } from '#core/model/queries.ts';
import { type CommandReading, readCommand } from '#core/model/read-command.ts';
import { spanIn } from '#core/syntax/tree.ts';
import { membershipOf } from './parts/membership.ts';
import type { Ask, EstateFinding, Rule, UnitContext } from './rule.ts';

export const clusterCommandMisplaced: Rule = {
  code: 'cluster-command-misplaced',
  group: 'cluster',
  severity: 'error',
  title: 'REFRESH CLUSTER or RESET CLUSTER runs on the wrong kind of queue manager.',
  docs: {
    behaviour:
      '`REFRESH CLUSTER … REPOS(YES)` makes a queue manager forget the full repositories as well and find them anew; a full repository itself refuses it. `RESET CLUSTER`, which takes a queue manager out of a cluster by force, is for full repositories only.',
    harm: 'The command does nothing, and the queue manager that was to be refreshed or removed stays as it is known.',
    remedy:
      'On a full repository say `REPOS(NO)` (the light bulb does), or take REPOS from the queue manager first. Run RESET CLUSTER on a full repository of the cluster.',
    exception:
      'The queue manager is no longer, or not yet, a full repository when the script runs. A RESET is reported only where the files show the queue manager as another member, and is a warning, because other files may make it a repository.',
    mqSays:
      'AMQ9406 (CSQX406E on z/OS): REFRESH CLUSTER REPOS(YES) command failed, this queue manager is a full repository',
    sources: [
      'IBM MQ 8.0, REFRESH CLUSTER (REPOS(YES) on a full repository fails, and AMQ9406 or CSQX406E is logged): http://www.ibm.com/support/knowledgecenter/SSFKSJ_8.0.0/com.ibm.mq.ref.con.doc/q082360_.html; the text of the message is known from memory',
      'IBM MQ, RESET CLUSTER (q086520): to be run on a full repository',
    ],
  },
  check: { scope: 'queue-manager', run: findMisplaced },
};

function* findMisplaced(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  // As the commands before have made it: a script may take REPOS away first.
  let attributes: QueueManager['attributes'] | undefined;
  for (const { ref, effect } of queueManager.steps) {
    if (effect.kind === 'altered' && effect.object.type === 'QMGR') attributes = effect.object;
    const reading =
      effect.kind === 'none' && ref.command.body.objectName === 'CLUSTER' ? readCommand(ref.command.body) : undefined;
    if (!reading?.name || reading.name.holes.length > 0 || reading.hasHoles) continue;
    const found =
      reading.verb === 'REFRESH'
        ? refusedRefresh(reading, ref, queueManager, attributes ?? queueManager.attributes)
        : reading.verb === 'RESET'
          ? misplacedReset(reading.name.text.trimEnd(), queueManager, ask)
          : undefined;
    if (!found) continue;
    const at = { source: ref.source, span: spanIn(ref.command, reading.object.span) };
    yield { at, queueManager: queueManager.name, ...found };
  }
}

function refusedRefresh(
  { name, settings }: CommandReading,
  { source, command }: CommandRef,
  queueManager: QueueManager,
  now: QueueManager['attributes'],
): Omit<EstateFinding, 'at'> | undefined {
  const repos = settings.get('REPOS');
  if (repos?.value !== 'YES') return undefined;
  const inTheEnd = clustersOf(queueManager.attributes, queueManager);
  const held = clustersOf(now, queueManager).filter((cluster) => inTheEnd.includes(cluster));
  const cluster = name?.text === '*' ? held[0] : held.find((one) => one === name?.text.trimEnd());
  if (cluster === undefined) return undefined;
  return {
    message: `${queueManager.name} holds the full repository of ${cluster}: it refuses REFRESH CLUSTER with REPOS(YES) (AMQ9406).`,
    related: [{ at: queueManager.attributes.nameAt, message: `${queueManager.name} becomes a full repository here` }],
    fixes: [
      {
        title: 'Say REPOS(NO)',
        edits: [{ source, span: spanIn(command, repos.parameter.span), newText: 'REPOS(NO)' }],
      },
    ],
  };
}

function misplacedReset(cluster: string, queueManager: QueueManager, ask: Ask): Omit<EstateFinding, 'at'> | undefined {
  if (hasOpenClusters(queueManager.attributes, queueManager)) return undefined;
  const isOther = ask(
    (estate) =>
      membershipOf(queueManager, cluster, estate) === 'member' &&
      estate.clusters
        .get(cluster)
        ?.members.some((member) => member.queueManager === queueManager && !member.isFullRepository) === true,
  );
  if (!isOther) return undefined;
  return {
    message: `${queueManager.name} holds no full repository of ${cluster}: RESET CLUSTER is to be run on one that does.`,
    severity: 'warning',
  };
}
