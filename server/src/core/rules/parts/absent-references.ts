import type { Estate } from '#core/model/model.ts';
import type { EstateCheck, EstateFinding, Severity } from '../rule.ts';
import { absenceOf, absentFinding } from './absence.ts';
import { oncePerPlace } from './places.ts';
import { type Reference, referencesBy } from './references.ts';

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
  for (const reference of referencesBy(estate, keywords)) {
    const { queueManager, space, name, object, at } = reference;
    if (queueManager.objects.get(space, name) || wording.applies?.(reference) === false) continue;
    const absence = absenceOf({ queueManager, space, name, asker: object }, estate);
    if (!absence) continue;
    const severity = absence.isWhole ? undefined : wording.severityWhenPartial;
    yield { ...absentFinding(reference, absence, wording), at, ...(severity && { severity }) };
  }
}
