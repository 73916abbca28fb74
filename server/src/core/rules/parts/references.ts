import { effective } from '#core/model/effective.ts';
import { contentOf, writtenText } from '#core/model/make-object.ts';
import type { MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { kept } from '#core/text/kept.ts';
import type { Location } from '#core/text/span.ts';
import { attributePlace } from './attribute-place.ts';
import { forQueueManagerInTurn } from './per-queue-manager.ts';

/** An attribute of an object that names another object of the same queue manager. */
export interface Reference extends Named {
  readonly queueManager: QueueManager;
  readonly object: MqObject;
}

interface Named {
  readonly keyword: string;
  readonly space: NameSpace;
  readonly name: string;
}

/** All references that objects of one queue manager hold. Names that are blank or not known yet are none; nor are those of default objects. */
export const referencesOf = forQueueManagerInTurn((queueManager) => [...findReferences(queueManager)]);

/** Those of them to which these attributes lead. */
export const referencesBy = (queueManager: QueueManager, keywords: readonly string[]): readonly Reference[] =>
  ofKeywords(byKeyword(queueManager), keywords);

/** Those by these attributes that name what the queue manager's own files do not define. */
export const danglingReferences = (queueManager: QueueManager, keywords: readonly string[]): readonly Reference[] =>
  ofKeywords(danglingByKeyword(queueManager), keywords);

/** Where the attribute is written; undefined for what LIKE or a default object gave. */
export const originOf = ({ object, keyword }: Reference) => {
  const origin = effective(object, keyword)?.origin;
  return origin?.kind === 'written' ? origin : undefined;
};

/** The attribute where it is written, else the name of the object. */
export const placeOf = ({ object, keyword }: Reference): Location => attributePlace(object, keyword);

const byKeyword = forQueueManagerInTurn((queueManager) =>
  Map.groupBy(referencesOf(queueManager), ({ keyword }) => keyword),
);

const danglingByKeyword = forQueueManagerInTurn((queueManager) =>
  Map.groupBy(
    referencesOf(queueManager).filter(
      ({ space, name }) => !name.startsWith('SYSTEM.') && !queueManager.objects.get(space, name),
    ),
    ({ keyword }) => keyword,
  ),
);

const ofKeywords = (
  all: ReadonlyMap<string, readonly Reference[]>,
  keywords: readonly string[],
): readonly Reference[] => {
  const [only, another] = keywords;
  if (only !== undefined && another === undefined) return all.get(only) ?? none;
  return keywords.flatMap((keyword) => all.get(keyword) ?? none);
};

const none: readonly Reference[] = [];

function* findReferences(queueManager: QueueManager): Iterable<Reference> {
  for (const object of holdersOf(queueManager)) {
    if (isDefaultObject(object.name)) continue;
    for (const { keyword, space, name } of namesIn(object)) yield { queueManager, object, keyword, space, name };
  }
}

/** The attributes with a name in them; kept with what the object is made of, because most objects have none and edits leave them alone. */
const namesIn = (object: MqObject): readonly Named[] =>
  kept(namesInContent, contentOf(object), () => {
    const found = findNames(object);
    return found.length === 0 ? noNames : found;
  });

const findNames = (object: MqObject): readonly Named[] =>
  (referring[object.type] ?? []).flatMap(([keyword, space]) => {
    const value = writtenText(object, keyword);
    if (!value || value.isOpen || value.value === '') return [];
    const actual = keyword === 'TARGET' && isTopic(object) ? 'topic' : space;
    return { keyword, space: actual, name: value.value };
  });

const noNames: readonly Named[] = [];
const namesInContent = new WeakMap<object, readonly Named[]>();

function* holdersOf({ attributes, objects }: QueueManager): Iterable<MqObject> {
  yield attributes;
  for (const space of ['queue', 'channel', 'subscription'] as const) yield* objects.all(space);
}

type Attributes = readonly (readonly [keyword: string, space: NameSpace])[];

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
