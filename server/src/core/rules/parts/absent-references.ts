import type { Estate, QueueManager } from '#core/model/model.ts';
import { clustersOf } from '#core/model/queries.ts';
import type { Ask, EstateFinding, QueueManagerCheck, Severity } from '../rule.ts';
import { type Absence, absenceOf, absentFinding } from './absence.ts';
import { isClusterQueue } from './is-cluster-queue.ts';
import { danglingReferences, type Reference } from './references.ts';

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
  readonly applies?: (reference: Reference) => boolean;
}

/** The check of a rule that wants the objects to exist that these attributes name. */
export const absentReferences = (keywords: readonly string[], wording: Wording): QueueManagerCheck => ({
  scope: 'queue-manager',
  run: (queueManager, { ask }) => findAbsent(queueManager, ask, keywords, wording),
});

/** The findings of `absentReferences`, for a rule that has more to look at. */
export function* findAbsent(
  owner: QueueManager,
  ask: Ask,
  keywords: readonly string[],
  wording: Wording,
): Iterable<EstateFinding> {
  for (const reference of danglingReferences(owner, keywords)) {
    if (wording.applies?.(reference) === false) continue;
    const absence = ask((estate) =>
      wording.orInCluster && isClusterQueue(reference.name, estate)
        ? undefined
        : absenceBesideClones(reference, estate),
    );
    if (!absence) continue;
    const severity = absence.isWhole ? undefined : wording.severityWhenPartial;
    yield { ...absentFinding(reference, absence, wording), ...(severity && { severity }) };
  }
}

const absenceBesideClones = (reference: Reference, estate: Estate): Absence | undefined => {
  const { queueManager, space, name, object } = reference;
  const absence = absenceOf({ queueManager, space, name, asker: object }, estate);
  return absence && absence.meant === undefined && isBesideClone(reference, estate) ? undefined : absence;
};

/** Another host of the same cluster queue has the object: that is told as a difference between clones. */
export const isBesideClone = ({ queueManager: owner, object, space, name }: Reference, estate: Estate): boolean =>
  clustersOf(object, owner).some((cluster) => {
    const instances = estate.clusters.get(cluster)?.cloneGroups.get(object.name)?.instances ?? [];
    return (
      instances.some((one) => one.object === object) &&
      instances.some(({ queueManager }) => queueManager.objects.get(space, name)?.isDefined)
    );
  });
