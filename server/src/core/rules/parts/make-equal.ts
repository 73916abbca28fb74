import type { TextEdit } from '#core/text/span.ts';
import type { Fix } from '../rule.ts';
import { type Difference, type Reading, valueFor } from './difference.ts';
import { placeKey } from './places.ts';
import { printAttribute, setAttribute } from './set-attribute.ts';
import { list, uniqueBy } from './words.ts';

/**
 * The ways to end a difference, for the finding on `here` (the readings that one place in the text decides): give it
 * another instance's value, or give one value to all instances.
 */
export const makeEqualFixes = (difference: Difference, here: readonly Reading[]): readonly Fix[] => {
  const own = here[0]?.value;
  const others = [...difference.byValue].filter(([value]) => value !== own).map(([, readings]) => readings);
  const mine = own === undefined ? undefined : difference.byValue.get(own);
  return [
    ...others.flatMap((model) => followFix(difference, here, model)),
    ...[...others, ...(mine ? [mine] : [])].flatMap((model) => everywhereFix(difference, model)),
  ];
};

/** Gives one value to every instance whose value is known. */
export const everywhereFix = (
  { keyword, readings, between = 'clones' }: Pick<Difference, 'keyword' | 'readings'> & Partial<Difference>,
  model: readonly Reading[],
): readonly Fix[] => {
  const [sample] = model;
  if (!sample) return [];
  const edits = editsFor(keyword, readings, sample);
  const attribute = printAttribute(sample.instance.object.type, keyword, sample.value);
  const many = readings.length === 2 ? `both ${between}` : `all ${readings.length} ${between}`;
  const where = readings.length === 1 ? sample.instance.queueManager.name : many;
  return edits ? [{ title: `Make ${attribute} on ${where}`, edits }] : [];
};

const followFix = ({ keyword }: Difference, here: readonly Reading[], model: readonly Reading[]): readonly Fix[] => {
  const [sample] = model;
  if (!sample) return [];
  const edits = editsFor(keyword, here, sample);
  const value = here[0] ? valueFor(sample, here[0].instance) : sample.value;
  const title = `Make ${keyword} on ${namesOf(here)} equal to ${sample.instance.queueManager.name} (${value === '' ? 'blank' : value})`;
  return edits ? [{ title, edits }] : [];
};

/** One edit for each place; undefined when there is no place to write for one of them. */
const editsFor = (keyword: string, readings: readonly Reading[], model: Reading): readonly TextEdit[] | undefined => {
  const edits: TextEdit[] = [];
  for (const { instance, value, effective } of readings) {
    if (value === model.value) continue;
    const edit = setAttribute(instance.object, keyword, valueFor(model, instance), effective);
    if (!edit) return undefined;
    edits.push(edit);
  }
  return uniqueBy(edits, placeKey);
};

const namesOf = (readings: readonly Reading[]): string =>
  list(readings.map((reading) => reading.instance.queueManager.name));
