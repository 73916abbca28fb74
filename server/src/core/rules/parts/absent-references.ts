import type { Estate } from '#core/model/model.ts';
import type { EstateCheck, EstateFinding, Severity } from '../rule.ts';
import { absenceOf, absentFinding } from './absence.ts';
import { clusteredQueuesOf } from './clone-groups.ts';
import { inAll } from './per-queue-manager.ts';
import { oncePerPlace } from './places.ts';
import { danglingReferences, type Reference } from './references.ts';

export interface Wording {
  /** `backout queue` */
  readonly what: string;
  /** What happens because of it: one sentence. */
  readonly consequence: string;
  /** When only a near name speaks for a fault. */
  readonly severityWhenPartial?: Severity;
  /** Which references are looked at; all, when left out. */
  readonly applies?: (reference: Reference) => boolean;
}

/** The check of a rule that wants the objects to exist that these attributes name. */
export const absentReferences = (keywords: readonly string[], wording: Wording): EstateCheck => ({
  scope: 'estate',
  run: (estate) => oncePerPlace(findAbsent(estate, keywords, wording)),
});

/** The findings of `absentReferences`, for a rule that has more to look at. */
export function* findAbsent(estate: Estate, keywords: readonly string[], wording: Wording): Iterable<EstateFinding> {
  for (const reference of inAll(estate, danglingReferences)) {
    const { queueManager, space, name, object, at, keyword } = reference;
    if (!keywords.includes(keyword) || wording.applies?.(reference) === false) continue;
    const absence = absenceOf({ queueManager, space, name, asker: object }, estate);
    if (!absence || (absence.meant === undefined && isBesideClone(reference, estate))) continue;
    const severity = absence.isWhole ? undefined : wording.severityWhenPartial;
    yield { ...absentFinding(reference, absence, wording), at, ...(severity && { severity }) };
  }
}

/** Another host of the same cluster queue has the object: that is told as a difference between clones. */
export const isBesideClone = ({ object, space, name }: Reference, estate: Estate): boolean =>
  clusteredQueuesOf(estate).some(
    ({ queue, instances }) =>
      queue === object.name &&
      instances.some((one) => one.object === object) &&
      instances.some(({ queueManager }) => queueManager.objects.get(space, name)?.isDefined),
  );
