import type { Estate } from '#core/model/model.ts';
import { readingPlace } from '#core/rules/parts/clone-findings.ts';
import { differenceIn } from '#core/rules/parts/difference.ts';
import { makeEqualFixes } from '#core/rules/parts/make-equal.ts';
import type { Fix } from '#core/rules/rule.ts';
import { encodeEdits } from '#core/syntax/encode-edits.ts';
import { cloneGroup } from './clone-group.ts';
import type { CellName } from './comparison.ts';
import { groupOf, partsOf } from './parts.ts';

/** What the light bulb would offer for one value of a comparison, whether or not a rule reports it: equal to another, or one value on all. */
export function cloneFixes({ of, section, keyword, queueManager }: CellName, estate: Estate): readonly Fix[] {
  const group = cloneGroup(of, estate);
  const part = group && partsOf(group, estate).find(({ id }) => id === section);
  const difference = part && differenceIn(groupOf(part, group), keyword);
  const own = difference?.readings.find(({ instance }) => instance.queueManager.name === queueManager);
  if (!difference || !own) return [];
  const readings = difference.readings.filter((reading) => readingPlace(reading) === readingPlace(own));
  return makeEqualFixes(difference, readings).flatMap((fix) => {
    const edits = encodeEdits(fix.edits, estate.documents);
    return edits ? [{ ...fix, edits }] : [];
  });
}
