import { effective } from '#core/model/effective.ts';
import { contentOf, writtenText } from '#core/model/make-object.ts';
import type { MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { kept } from '#core/text/kept.ts';
import type { Location } from '#core/text/span.ts';
import { attributePlace } from './attribute-place.ts';

/** An attribute of an object that names another object of the same queue manager. */
export interface Reference extends Named {
  readonly object: MqObject;
}

interface Named {
  readonly keyword: string;
  readonly space: NameSpace;
  readonly name: string;
}

/** Where the objects are that refer to others, for the checks of rules that look at them. */
export const referrers = ['queue-manager', 'queue', 'channel', 'subscription'] as const;

/** All references that objects of one queue manager hold. */
export const referencesOf = ({ attributes, objects }: QueueManager): readonly Reference[] =>
  [attributes, ...spaces.flatMap((space) => [...objects.all(space)])].flatMap((object) => [
    ...references(object, () => true),
  ]);

const spaces: readonly NameSpace[] = ['queue', 'channel', 'subscription'];

/** The references of an object by these attributes. Names that are blank or not known yet are none; nor are those of default objects. */
export const referencesIn = (object: MqObject, keywords: readonly string[]): Iterable<Reference> =>
  references(object, (keyword) => keywords.includes(keyword));

function* references(object: MqObject, isWanted: (keyword: string) => boolean): Iterable<Reference> {
  if (isDefaultObject(object.name)) return;
  for (const { keyword, space, name } of namesIn(object)) if (isWanted(keyword)) yield { object, keyword, space, name };
}

/** Where the attribute is written; undefined for what LIKE or a default object gave. */
export const originOf = ({ object, keyword }: Reference) => {
  const origin = effective(object, keyword)?.origin;
  return origin?.kind === 'written' ? origin : undefined;
};

/** The attribute where it is written, else the name of the object. */
export const placeOf = ({ object, keyword }: Reference): Location => attributePlace(object, keyword);

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
    ['CONNAUTH', 'authinfo'],
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
  SUB: [
    ['DEST', 'queue'],
    ['TOPICOBJ', 'topic'],
  ],
};
