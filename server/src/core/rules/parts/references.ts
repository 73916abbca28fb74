import { effective } from '#core/model/effective.ts';
import { contentOf, writtenText } from '#core/model/make-object.ts';
import type { EffectiveValue, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import type { Location } from '#core/text/span.ts';
import { forQueueManagerInTurn } from './per-queue-manager.ts';

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

/** All references that objects of one queue manager hold. Names that are blank or not known yet are none; nor are those of default objects. */
export const referencesOf = forQueueManagerInTurn(findReferences);

/** Those of them to which these attributes lead. */
export const referencesBy = (queueManager: QueueManager, keywords: readonly string[]): readonly Reference[] =>
  referencesOf(queueManager).filter(({ keyword }) => keywords.includes(keyword));

/** Those that name what the queue manager's own files do not define. */
export const danglingReferences = forQueueManagerInTurn((queueManager) =>
  referencesOf(queueManager).filter(
    ({ space, name }) => !name.startsWith('SYSTEM.') && !queueManager.objects.get(space, name),
  ),
);

function* findReferences(queueManager: QueueManager): Iterable<Reference> {
  for (const object of holdersOf(queueManager)) {
    if (isDefaultObject(object.name)) continue;
    for (const [keyword, space] of writtenReferences(object)) {
      const value = effective(object, keyword);
      if (!value || value.isOpen || value.value === '') continue;
      const at = value.origin.kind === 'written' ? value.origin.at : object.nameAt;
      const actual = keyword === 'TARGET' && isTopic(object) ? 'topic' : space;
      yield { queueManager, object, keyword, space: actual, name: value.value, value, at };
    }
  }
}

/** The attributes with a name in them; kept with what the object is made of, because most objects have none and edits leave them alone. */
const writtenReferences = (object: MqObject): Attributes => {
  const content = contentOf(object);
  const known = referencesIn.get(content);
  if (known) return known;
  const found = (referring[object.type] ?? []).filter(([keyword]) => writtenText(object, keyword)?.value);
  const made = found.length === 0 ? noAttributes : found;
  referencesIn.set(content, made);
  return made;
};

function* holdersOf({ attributes, objects }: QueueManager): Iterable<MqObject> {
  yield attributes;
  for (const space of ['queue', 'channel', 'subscription'] as const) yield* objects.all(space);
}

type Attributes = readonly (readonly [keyword: string, space: NameSpace])[];

const noAttributes: Attributes = [];
const referencesIn = new WeakMap<object, Attributes>();

const isTopic = (alias: MqObject): boolean => writtenText(alias, 'TARGTYPE')?.value === 'TOPIC';

const ofEveryStore: Attributes = [
  ['BOQNAME', 'queue'],
  ['INITQ', 'queue'],
  ['PROCESS', 'process'],
  ['STREAMQ', 'queue'],
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
