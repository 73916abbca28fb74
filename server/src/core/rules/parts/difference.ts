import { attributeFacts } from '#core/facts/lookup.ts';
import { effective } from '#core/model/effective.ts';
import { writtenText } from '#core/model/make-object.ts';
import type { EffectiveValue } from '#core/model/model.ts';
import type { Location } from '#core/text/span.ts';
import type { Clone, Clones } from '../rule.ts';
import { sharesDefaults, writtenIn } from './clone-groups.ts';

/** What one instance of a queue has for one attribute. */
export interface Reading {
  readonly instance: Clone;
  readonly effective: EffectiveValue;
  /** What is compared: the value as MQ holds it (`''` is blank), with `+QMNAME+` for the queue manager's own name. */
  readonly value: string;
  /** The attribute where it is written, else the name of the object. */
  readonly at: Location;
}

/** An attribute that is not the same on all instances of a queue. */
export interface Difference {
  readonly group: Clones;
  readonly keyword: string;
  /** Of every instance whose value is known. */
  readonly readings: readonly Reading[];
  /** By value, the most frequent first. */
  readonly byValue: ReadonlyMap<string, readonly Reading[]>;
  /** Those that are not with the majority; all of them when no value has one. */
  readonly odd: readonly Reading[];
  readonly between: Compared;
}

/** Clones, where what differs in the queue manager's own name only is alike on purpose; or definitions of one object, where it is not. */
export type Compared = 'clones' | 'definitions';

/**
 * How the instances of a queue differ in an attribute; undefined when they agree. A value that holds an insert or a
 * placeholder is not known and is compared with nothing, and so is what a file that only alters the queue does not say.
 */
export const differenceIn = (group: Clones, keyword: string, between: Compared = 'clones'): Difference | undefined => {
  if (writtenIn(group).has(keyword) ? isWrittenAlike(group, keyword) : sharesDefaults(group)) return undefined;
  const readings = group.instances.flatMap((instance) => readingOf(instance, keyword, between) ?? []);
  const grouped = [...Map.groupBy(readings, (reading) => reading.value)];
  if (grouped.length < 2) return undefined;
  grouped.sort(([, a], [, b]) => b.length - a.length);
  const [first] = grouped;
  const hasMajority = first !== undefined && first[1].length * 2 > readings.length;
  const odd = readings.filter((reading) => !hasMajority || reading.value !== first[0]);
  return { group, keyword, readings, byValue: new Map(grouped), odd, between };
};

/** The usual case, found without looking closer: every instance says the same. */
const isWrittenAlike = ({ instances }: Clones, keyword: string): boolean => {
  const [first] = instances;
  const value = first && writtenText(first.object, keyword)?.value;
  return value !== undefined && instances.every(({ object }) => writtenText(object, keyword)?.value === value);
};

/** What the instance has for the attribute; undefined when that is not known or its type has no such attribute. */
export const readingOf = (instance: Clone, keyword: string, between: Compared = 'clones'): Reading | undefined => {
  const { object } = instance;
  if (!object.isDefined && !writtenText(object, keyword)) return undefined;
  const value = effective(object, keyword);
  if (!value || value.isOpen) return undefined;
  const at = value.origin.kind === 'written' ? value.origin.at : object.nameAt;
  const compared = between === 'clones' ? withoutOwnName(value.value, instance, keyword) : value.value;
  return { instance, effective: value, value: compared, at };
};

/** The value of a reading as the text of another instance would have to give it. */
export const valueFor = ({ value }: Reading, { queueManager }: Clone): string =>
  value.replaceAll('+QMNAME+', queueManager.name);

/** Names and texts that differ in the queue manager's own name only (`QM1.BACKOUT`, `QM2.BACKOUT`) are alike on purpose. */
const withoutOwnName = (value: string, { object, queueManager }: Clone, keyword: string): string => {
  const type = attributeFacts(object.type, keyword)?.type;
  if (!value.includes(queueManager.name) || (type !== 'name' && type !== 'string')) return value;
  return value.replace(ownName(queueManager.name), '+QMNAME+');
};

/** The queue manager's name where it stands as a part of its own. */
const ownName = (name: string): RegExp => {
  const known = ownNames.get(name);
  if (known) return known;
  const made = new RegExp(`(?<![A-Za-z0-9])${name.replaceAll(/[^A-Za-z0-9_]/g, '\\$&')}(?![A-Za-z0-9])`, 'g');
  ownNames.set(name, made);
  return made;
};

const ownNames = new Map<string, RegExp>();
