import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { clustersOf } from '#core/model/queries.ts';
import type { EstateFinding, ObjectCheck, ObjectContext, Severity } from '../rule.ts';
import { type Absence, absenceOf, absentFinding } from './absence.ts';
import { isClusterQueue } from './is-cluster-queue.ts';
import { type Reference, referencesIn, referrers } from './references.ts';
import { systemQueueLike } from './system-queues.ts';

export interface Wording {
  /** `backout queue` */
  readonly what: string;
  /** What happens because of it: one sentence. */
  readonly consequence: string;
  /** When only a near name speaks for a fault. */
  readonly severityWhenPartial?: Severity;
  /** Messages are put there by name, so that a queue of a cluster will do. */
  readonly orInCluster?: 'yes';
  /** Which references are looked at; all, when left out. */
  readonly applies?: (reference: Reference, context: ObjectContext) => boolean;
}

/** The check of a rule that wants the objects to exist that these attributes name. */
export const absentReferences = (keywords: readonly string[], wording: Wording): ObjectCheck => ({
  scope: 'object',
  among: referrers,
  run: (object, context) => findAbsent(object, context, keywords, wording),
});

/** The findings of `absentReferences`, for a rule that has more to look at. */
export function* findAbsent(
  object: MqObject,
  context: ObjectContext,
  keywords: readonly string[],
  wording: Wording,
): Iterable<EstateFinding> {
  const { find, ask } = context;
  for (const reference of referencesIn(object, keywords)) {
    const { space, name } = reference;
    if (find(space, name) || wording.applies?.(reference, context) === false) continue;
    if (name.startsWith('SYSTEM.')) {
      // MQ makes these, and no file need define them; a name that is almost one of them is none.
      const meant = space === 'queue' ? systemQueueLike(name) : undefined;
      if (meant !== undefined) yield absentFinding(reference, { meant }, wording, context);
      continue;
    }
    if (wording.orInCluster && ask((estate) => isClusterQueue(name, estate))) continue;
    const absence = ask((estate, own) => absenceBesideClones(reference, own(), estate));
    if (!absence) continue;
    const severity = absence.isWhole ? undefined : wording.severityWhenPartial;
    yield { ...absentFinding(reference, absence, wording, context), ...(severity && { severity }) };
  }
}

const absenceBesideClones = (reference: Reference, queueManager: QueueManager, estate: Estate): Absence | undefined => {
  const { space, name, object } = reference;
  const absence = absenceOf({ queueManager, space, name, asker: object }, estate);
  return absence && absence.meant === undefined && isBesideClone(reference, queueManager, estate) ? undefined : absence;
};

/** Another host of the same cluster queue has the object: that is told as a difference between clones. */
export const isBesideClone = ({ object, space, name }: Reference, owner: QueueManager, estate: Estate): boolean =>
  clustersOf(object, owner).some((cluster) => {
    const instances = estate.clusters.get(cluster)?.cloneGroups.get(object.name)?.instances ?? [];
    return (
      instances.some((one) => one.queueManager === owner) &&
      instances.some(({ queueManager }) => queueManager.objects.get(space, name)?.isDefined)
    );
  });
