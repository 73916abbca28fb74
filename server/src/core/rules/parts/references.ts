import { effective } from '#core/model/effective.ts';
import { writtenText } from '#core/model/make-object.ts';
import type { EffectiveValue, Estate, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import type { Location } from '#core/text/span.ts';

/** An attribute of an object that names another object of the same queue manager. */
export interface Reference {
  readonly queueManager: QueueManager;
  readonly object: MqObject;
  readonly keyword: string;
  readonly space: NameSpace;
  readonly name: string;
  readonly value: EffectiveValue;
  /** The attribute where it is written, else the name of the object. */
  readonly at: Location;
}

/** All references of an estate that these attributes hold. Names that are blank or not known yet are none; nor are those of default objects. */
export function* referencesBy(estate: Estate, keywords: readonly string[]): Iterable<Reference> {
  for (const queueManager of estate.queueManagers.values())
    for (const reference of referencesOf(queueManager)) if (keywords.includes(reference.keyword)) yield reference;
}

/** All references that objects of one queue manager hold; kept as long as the queue manager stays the same. */
export const referencesOf = (queueManager: QueueManager): readonly Reference[] => {
  const known = kept.get(queueManager);
  if (known) return known;
  const found = [...findReferences(queueManager)];
  kept.set(queueManager, found);
  return found;
};

const kept = new WeakMap<QueueManager, readonly Reference[]>();

function* findReferences(queueManager: QueueManager): Iterable<Reference> {
  for (const object of holdersOf(queueManager)) {
    if (isDefaultObject(object.name)) continue;
    for (const [keyword, space] of referring[object.type] ?? []) {
      if (!writtenText(object, keyword)?.value) continue;
      const value = effective(object, keyword);
      if (!value || value.isOpen || value.value === '') continue;
      const at = value.origin.kind === 'written' ? value.origin.at : object.nameAt;
      const actual = keyword === 'TARGET' && isTopic(object) ? 'topic' : space;
      yield { queueManager, object, keyword, space: actual, name: value.value, value, at };
    }
  }
}

function* holdersOf({ attributes, objects }: QueueManager): Iterable<MqObject> {
  yield attributes;
  for (const space of ['queue', 'channel', 'subscription'] as const) yield* objects.all(space);
}

const isTopic = (alias: MqObject): boolean => writtenText(alias, 'TARGTYPE')?.value === 'TOPIC';

type Attributes = readonly (readonly [keyword: string, space: NameSpace])[];

const ofEveryStore: Attributes = [
  ['BOQNAME', 'queue'],
  ['INITQ', 'queue'],
  ['PROCESS', 'process'],
  ['STGCLASS', 'stgclass'],
  ['CFSTRUCT', 'cfstruct'],
];

const referring: Readonly<Record<string, Attributes>> = {
  QMGR: [
    ['DEADQ', 'queue'],
    ['DEFXMITQ', 'queue'],
    ['REPOSNL', 'namelist'],
    ['SSLCRLNL', 'namelist'],
  ],
  QLOCAL: [...ofEveryStore, ['CLUSNL', 'namelist']],
  QMODEL: ofEveryStore,
  QALIAS: [
    ['TARGET', 'queue'],
    ['CLUSNL', 'namelist'],
  ],
  QREMOTE: [
    ['XMITQ', 'queue'],
    ['CLUSNL', 'namelist'],
  ],
  CHANNEL: [
    ['XMITQ', 'queue'],
    ['CLUSNL', 'namelist'],
  ],
  SUB: [['DEST', 'queue']],
};
