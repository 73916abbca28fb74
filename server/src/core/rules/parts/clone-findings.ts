import type { CloneGroupCheck, EstateFinding, Related, Severity } from '../rule.ts';
import { type Difference, differenceIn, type Reading } from './difference.ts';
import { makeEqualFixes } from './make-equal.ts';
import { placeKey } from './places.ts';
import { printAttribute } from './set-attribute.ts';
import { subjectOf } from './subject.ts';
import { list, uniqueBy, verb } from './words.ts';

/** What a rule says of a difference beyond the values themselves. */
export interface Verdict {
  /** What happens because of it, and MQ's message: one or two sentences. */
  readonly consequence: string;
  readonly severity?: Severity;
  /** The value that is worth telling; left out: that of the odd ones out. */
  readonly tellValue?: string;
}

/** The check of a rule that wants one attribute alike on all instances of every queue. */
export const attributeMustMatch = (keyword: string, verdict: Verdict): CloneGroupCheck => ({
  scope: 'clone-group',
  compares: [{ of: 'instance', keyword, ...(verdict.severity && { severity: verdict.severity }) }],
  *run(group) {
    const difference = differenceIn(group, keyword);
    if (difference) yield* cloneFindings(difference, verdict);
  },
});

/**
 * One finding for each place that makes an instance differ, naming the other queue managers and what they have. When
 * nobody wrote the attribute and only the platforms' own defaults differ, it is no more than information.
 */
export function* cloneFindings(
  difference: Difference,
  { consequence, severity, tellValue }: Verdict,
): Iterable<EstateFinding> {
  const { group, keyword, odd, readings } = difference;
  const isOnlyDefaults = readings.every(({ effective }) => effective.origin.kind === 'default');
  const softest = isOnlyDefaults && severity !== 'hint' ? 'info' : severity;
  const told = tellValue === undefined ? odd : readings.filter(({ value }) => value === tellValue);
  for (const here of Map.groupBy(told, readingPlace).values()) {
    const [first] = here;
    if (!first) continue;
    yield {
      at: first.at,
      message: `${describe(difference, here)}, but ${othersOf(difference, first)}. ${consequence}`,
      ...(softest && { severity: softest }),
      queueManager: first.instance.queueManager.name,
      related: relatedOf(difference, first),
      fixes: makeEqualFixes(difference, here),
      subject: subjectOf(group, keyword),
    };
  }
}

/** Equal for readings that one place in the text decides: several queue managers may run the same file. */
export const readingPlace = ({ at, value }: Reading): string => `${placeKey(at)}:${value}`;

const describe = ({ group, keyword }: Difference, here: readonly Reading[]): string => {
  const [first] = here;
  if (!first) return '';
  const { object } = first.instance;
  const names = list(here.map((reading) => reading.instance.queueManager.name));
  const shown = printAttribute(object.type, keyword, first.effective.value);
  const { origin } = first.effective;
  if (origin.kind === 'written') return `${group.queue} has ${shown} on ${names}`;
  if (origin.kind === 'like') return `${group.queue} has ${shown} on ${names}, taken from ${origin.object}`;
  return `${group.queue} has ${shown} on ${names} by default`;
};

const othersOf = ({ keyword, byValue }: Difference, mine: Reading): string =>
  [...byValue]
    .filter(([value]) => value !== mine.value)
    .map(([value, readings]) => {
      const names = readings.map((reading) => reading.instance.queueManager.name);
      if (value === '') return `${list(names)} ${verb(names.length, 'leaves', 'leave')} ${keyword} blank`;
      const values = [...new Set(readings.map(({ effective }) => effective.value))];
      return `${list(names)} ${verb(names.length, 'says', 'say')} ${list(values)}`;
    })
    .join(', ');

const relatedOf = ({ keyword, readings }: Difference, mine: Reading): readonly Related[] =>
  uniqueBy(
    readings.filter((reading) => reading.value !== mine.value),
    readingPlace,
  ).map(({ at, instance, effective }) => ({
    at,
    message: `${instance.queueManager.name}: ${printAttribute(instance.object.type, keyword, effective.value)}${
      effective.origin.kind === 'written' ? '' : ' (not written here)'
    }`,
  }));
