import { commandRows } from './data/commands.ts';
import { commonParameters } from './data/common-parameters.ts';
import { evidencePages } from './data/evidence-pages.ts';
import { objectRows } from './data/index.ts';
import { commandMeanings, verbMeanings, verbOptions } from './data/meanings.ts';
import { objectSynonyms, verbSynonyms } from './data/synonyms.ts';
import type { AttributeFacts, CommandFacts, Platform } from './facts.ts';
import type { AttributeRow, CommandRow, ObjectRows, OverrideRow } from './rows.ts';
import { valuesOfVerb } from './values-of-verb.ts';

/** The MQ level that the facts describe. */
export const factsLevel = '9.4';

/** `def` → `DEFINE`; undefined when MQ has no such verb. */
export const verbName = (word: string): string | undefined => verbs.get(word.toUpperCase());

/** `ql` → `QLOCAL`; undefined when MQ has no such object type. */
export const objectName = (word: string): string | undefined => objects.get(word.toUpperCase());

export const allVerbs = (): readonly string[] => verbList;

export const allObjects = (): readonly string[] => objectList;

/** The command of these full names; `END`, `EXIT` and `QUIT` have the object `''`. */
export const commandFacts = (verb: string, object: string): CommandFacts | undefined =>
  commands.get(`${verb} ${object}`);

/** What a verb does, or one of its commands where the verb does not say it all. */
export const meaningOf = (verb: string, object: string): string | undefined =>
  commandMeanings[`${verb} ${object}`] ?? verbMeanings[verb];

/** What the parameters that decide about a whole command do in it, those that it takes. */
export function optionsOf(verb: string, object: string): readonly (readonly [keyword: string, meaning: string])[] {
  const taken = commandFacts(verb, object)?.parameters ?? [];
  return Object.entries({ ...verbOptions[verb], ...verbOptions[`${verb} ${object}`] }).filter(([keyword]) =>
    taken.includes(keyword),
  );
}

/** `DEFINE` → `DEF`. */
export const synonymsOfVerb = (verb: string): readonly string[] => verbSynonyms[verb] ?? [];

export const commandsOfVerb = (verb: string): readonly CommandFacts[] => byVerb.get(verb) ?? [];

/** The longest name that an object of this type can have, in characters; undefined when it has no name. */
export const nameMaxLength = (object: string): number | undefined => rows.get(object)?.nameMaxLength;

/** An attribute of an object type, under its own keyword or a synonym; opposites (`NOTRIGGER`) are entries of their own. */
export function attributeFacts(object: string, keyword: string): AttributeFacts | undefined {
  // In upper case already nearly always; rules ask for each attribute of each object.
  const table = attributeTable(object);
  const found = table.get(keyword) ?? table.get(keyword.toUpperCase());
  return found ?? (object === 'QUEUE' ? attributeOfQueues(keyword.toUpperCase()) : undefined);
}

/** All attributes of an object type in the order of the reference, synonyms not repeated. */
export const attributesOf = (object: string): readonly AttributeFacts[] => [
  ...new Set(attributeTable(object).values()),
];

/** `TARGQ` → `TARGET`; an unknown keyword as it is. */
export const canonicalKeyword = (object: string, keyword: string): string =>
  attributeFacts(object, keyword)?.keyword ?? keyword.toUpperCase();

/** A parameter as this command takes it, its own limits applied; undefined when the command takes no such parameter. */
export function parameterFacts(verb: string, object: string, keyword: string): AttributeFacts | undefined {
  const row = commandRowOf.get(`${verb} ${object}`);
  const upper = keyword.toUpperCase();
  const base = attributeFacts(displayed(verb, object), upper) ?? common.get(upper);
  const canonical = base?.keyword ?? upper;
  if (!row || !(takes(row, canonical) || takes(row, upper))) return undefined;
  const own = row.overrides?.[canonical] ?? row.overrides?.[upper];
  return own ? override(canonical, base, own, row) : base && valuesOfVerb(base, verb);
}

/** Whether the parameter must be given in this command (`ACTION` of RESOLVE CHANNEL). */
export const isRequired = (verb: string, object: string, keyword: string): boolean =>
  commandRowOf.get(`${verb} ${object}`)?.overrides?.[keyword]?.required === true;

/** The keyword under which the model keeps a flag: `NOTRIGGER` → `TRIGGER`; any other keyword as it is. */
export function positiveKeyword(object: string, keyword: string): string {
  const facts = attributeFacts(object, keyword);
  if (!facts) return keyword;
  return facts.keyword.startsWith('NO') && facts.oppositeOf ? facts.oppositeOf : facts.keyword;
}

export interface DefaultContext {
  readonly platform: Platform;
  readonly channelType?: string | undefined;
}

/**
 * The value that MQ supplies when nobody gives one, as text: `''` for blank, the flag's own spelling for a flag
 * (`NOTRIGGER`). Undefined when there is none, or none is known.
 */
export function defaultOf(object: string, keyword: string, context: DefaultContext): string | undefined {
  const facts = attributeFacts(object, keyword);
  if (!facts) return undefined;
  if (facts.type === 'flag') return defaultOfFlag(object, facts, context);
  const byChannel = context.channelType ? facts.defaultByChannelType?.[context.channelType] : undefined;
  const zos = context.platform === 'zos' ? facts.defaultZos : undefined;
  const value = byChannel ?? zos ?? facts.default;
  return value === undefined ? undefined : String(value);
}

/** The address (or name) of the page behind a key of `evidenceRefs`. */
export const evidencePage = (ref: string): string | undefined => evidencePages[ref];

function defaultOfFlag(object: string, facts: AttributeFacts, context: DefaultContext): string | undefined {
  const system = context.platform === 'zos' ? 'zos' : 'multi';
  const opposite = facts.oppositeOf ? attributeFacts(object, facts.oppositeOf) : undefined;
  if (facts.isDefault?.[system]) return facts.keyword;
  if (opposite?.isDefault?.[system]) return opposite.keyword;
  return undefined;
}

/** DISPLAY QLOCAL is DISPLAY QUEUE TYPE(QLOCAL), and takes the same parameters. */
const displayed = (verb: string, object: string): string =>
  verb === 'DISPLAY' && queueTypes.includes(object) ? 'QUEUE' : object;

/** DISPLAY QUEUE shows all kinds of queues; their attributes are looked up in each. */
function attributeOfQueues(keyword: string): AttributeFacts | undefined {
  const type = queueTypes.find((one) => attributeTable(one).has(keyword));
  return type === undefined ? undefined : attributeTable(type).get(keyword);
}

const takes = (row: CommandRow, keyword: string): boolean => parameterSet(row).has(keyword);

function parameterSet(row: CommandRow): ReadonlySet<string> {
  const known = parameterSets.get(row);
  if (known) return known;
  const made = new Set(parametersOf(row));
  parameterSets.set(row, made);
  return made;
}

/** A parameter of a page of its own (`CHLTYPE` of START CHANNEL for MQTT) stands among the overrides only. */
function parametersOf({ parameters, overrides = {} }: CommandRow): readonly string[] {
  return [...new Set([...parameters.split(' '), ...Object.keys(overrides)])].filter((keyword) => keyword !== '');
}

function attributeTable(object: string): ReadonlyMap<string, AttributeFacts> {
  const known = attributeTables.get(object);
  if (known) return known;
  const made = new Map<string, AttributeFacts>();
  const attributes = Object.entries(rows.get(object)?.attributes ?? {}).map(([keyword, row]) => fromRow(keyword, row));
  for (const facts of attributes) made.set(facts.keyword, facts);
  for (const facts of attributes)
    for (const synonym of facts.synonyms ?? []) if (!made.has(synonym)) made.set(synonym, facts);
  attributeTables.set(object, made);
  return made;
}

function fromRow(keyword: string, row: AttributeRow): AttributeFacts {
  const { values, evidenceRefs, ...rest } = row;
  return {
    ...rest,
    keyword,
    platforms: row.platforms ?? everywhere,
    ...(values && { values: Object.entries(values).map(([value, meaning]) => ({ value, meaning })) }),
    ...(evidenceRefs && { evidenceRefs: evidenceRefs.split(' ') }),
  };
}

/** Limits that stand with the command only are the least certain facts of the reference: memory. */
function override(
  keyword: string,
  base: AttributeFacts | undefined,
  own: OverrideRow,
  row: CommandRow,
): AttributeFacts {
  const { required: _required, ...rest } = own;
  const made = fromRow(keyword, {
    kind: 'commandParameter',
    type: own.values ? 'enum' : (base?.type ?? 'string'),
    description: base?.description ?? '',
    ...rest,
    evidence: { name: row.evidence, values: 'memory', default: 'memory', range: 'memory', maxLength: 'memory' },
  });
  return base ? { ...base, ...made } : made;
}

const queueTypes: readonly string[] = ['QLOCAL', 'QALIAS', 'QREMOTE', 'QMODEL', 'QCLUSTER'];
const everywhere: readonly Platform[] = ['multi', 'zos'];
const rows: ReadonlyMap<string, ObjectRows> = new Map(objectRows.map((o) => [o.object, o]));
const attributeTables = new Map<string, ReadonlyMap<string, AttributeFacts>>();
const parameterSets = new WeakMap<CommandRow, ReadonlySet<string>>();
const common: ReadonlyMap<string, AttributeFacts> = new Map(
  Object.entries(commonParameters).map(([keyword, row]) => [keyword, fromRow(keyword, row)]),
);
const commandRowOf: ReadonlyMap<string, CommandRow> = new Map(commandRows.map((c) => [`${c.verb} ${c.object}`, c]));
const commands: ReadonlyMap<string, CommandFacts> = new Map(
  commandRows.map((c) => [
    `${c.verb} ${c.object}`,
    {
      verb: c.verb,
      object: c.object,
      platforms: c.platforms,
      positional: c.positional,
      parameters: parametersOf(c),
      source: c.evidence,
      docPage: c.docPage,
      note: c.note,
    },
  ]),
);
const byVerb: ReadonlyMap<string, readonly CommandFacts[]> = Map.groupBy(commands.values(), (c) => c.verb);
const verbList: readonly string[] = [...byVerb.keys()].sort();
const objectList: readonly string[] = [...new Set([...commands.values()].map((c) => c.object))].filter((o) => o).sort();
const verbs = withSynonyms(verbList, verbSynonyms);
const objects = withSynonyms(objectList, objectSynonyms);

function withSynonyms(
  names: readonly string[],
  synonyms: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, string> {
  const made = new Map(names.map((name) => [name, name]));
  for (const [name, spellings] of Object.entries(synonyms))
    for (const s of spellings) if (!made.has(s)) made.set(s, name);
  return made;
}
