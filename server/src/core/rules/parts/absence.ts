import type { Estate, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { nameSpaceOf } from '#core/model/name-spaces.ts';
import { readCommand } from '#core/model/read-command.ts';
import { type Section, sectionsOf } from '#core/model/sections.ts';
import { quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import type { EstateFinding, Fix, ObjectContext } from '../rule.ts';
import { looksWhole } from './looks-whole.ts';
import { perPartsOfEstate } from './per-estate.ts';
import { originOf, placeOf, type Reference } from './references.ts';
import { isSentFromElsewhere } from './sharing-groups.ts';
import { spelledLike } from './spellings.ts';

/** A name that no file defines, and what speaks for a fault rather than for files that are not here. */
export interface Absence {
  /** The object that was probably meant. */
  readonly meant: string | undefined;
  /** The queue manager's files look like all there is; otherwise only a near name tells. */
  readonly isWhole: boolean;
}

export interface Wanted {
  readonly queueManager: QueueManager;
  readonly space: NameSpace;
  readonly name: string;
  /** Who asks: its own name is not what it means. */
  readonly asker?: MqObject;
}

/**
 * Whether a name is absent from a queue manager. Undefined when it exists, when another file or MQ itself may define it
 * (`SYSTEM.` objects always do), when the script deletes it (another rule tells that), and when nothing but the gap
 * speaks for a fault in files that do not look whole.
 */
export const absenceOf = ({ queueManager, space, name, asker }: Wanted, estate: Estate): Absence | undefined => {
  if (name.startsWith('SYSTEM.') || !isPlainName(name)) return undefined;
  if (queueManager.objects.get(space, name) || isSentFromElsewhere({ queueManager, space, name }, estate))
    return undefined;
  if (namesWithoutOwner(estate).has(`${space} ${name}`) || isDeleted(queueManager, space, name)) return undefined;
  const meant = spelledLike(queueManager, space, name, asker?.name);
  const isWhole = looksWhole(queueManager, estate);
  return meant !== undefined || isWhole ? { meant, isWhole } : undefined;
};

/** `ORDERS has BOQNAME(X), but no file of QM1 defines a queue X; did you mean Y? …`, with the fix that writes Y. */
export const absentFinding = (
  reference: Reference,
  { meant }: Pick<Absence, 'meant'>,
  { what, consequence }: { readonly what: string; readonly consequence: string },
  { queueManager, find }: Pick<ObjectContext, 'queueManager' | 'find'>,
): EstateFinding => {
  const { object, keyword, name } = reference;
  const valueAt = originOf(reference)?.valueAt;
  return {
    at: placeOf(reference),
    message:
      `${object.name} has ${keyword}(${name}), but no file of ${queueManager.name} defines ${what} ${name}` +
      `${meant === undefined ? '.' : `; did you mean ${meant}?`} ${consequence}`,
    queueManager: queueManager.name,
    related: relatedTo(meant, object, find),
    fixes: meant !== undefined && valueAt ? writeInstead(meant, valueAt) : [],
  };
};

/** The fix that writes the name that was meant. */
export const writeInstead = (meant: string, at: EstateFinding['at']): readonly Fix[] => [
  { title: `Write ${meant}`, edits: [{ ...at, newText: quoteIfNeeded(meant) }] },
];

const relatedTo = (meant: string | undefined, asker: MqObject, find: ObjectContext['find']) => {
  const spaces = ['queue', 'channel', 'namelist', 'process', 'topic', 'stgclass', 'cfstruct', 'authinfo'] as const;
  const found = meant === undefined ? [] : spaces.flatMap((space) => find(space, meant) ?? []);
  return found
    .filter(({ name }) => name !== asker.name)
    .slice(0, 1)
    .map(({ nameAt, name }) => ({ at: nameAt, message: `${name} is defined here` }));
};

/** What MQ takes for a name of an object; anything else is a fault of its own. */
const isPlainName = (name: string): boolean => /^[A-Za-z0-9./_%]+$/.test(name);

/** What the queue manager's own commands delete and do not define again. */
export const isDeleted = (queueManager: QueueManager, space: NameSpace, name: string): boolean => {
  let known = deleted.get(queueManager);
  if (!known) {
    known = new Set();
    for (const { effect } of queueManager.steps)
      if (effect.kind === 'deleted') {
        const gone = nameSpaceOf(effect.object.type, effect.object.channelType);
        if (gone) known.add(`${gone} ${effect.object.name}`);
      }
    deleted.set(queueManager, known);
  }
  return known.has(`${space} ${name}`);
};

const deleted = new WeakMap<QueueManager, Set<string>>();

/** What files define of which nothing tells the queue manager: it may be any. */
const namesWithoutOwner = perPartsOfEstate(ownerlessCommands, (runs): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const commands of runs)
    for (const { body } of commands) {
      if (body.verbName !== 'DEFINE') continue;
      const reading = readCommand(body);
      const space = reading && nameSpaceOf(reading.type, reading.settings.get('CHLTYPE')?.value);
      if (reading?.name && space) names.add(`${space} ${reading.name.text}`);
    }
  return names;
});

function ownerlessCommands({ assignments, documents }: Estate): readonly Section['commands'][] {
  const found: Section['commands'][] = [];
  for (const [source, own] of assignments) {
    if (own.every(({ queueManagers }) => queueManagers.length > 0)) continue;
    const document = documents.get(source);
    const sections = document ? sectionsOf(document) : [];
    for (const [index, { queueManagers }] of own.entries())
      if (queueManagers.length === 0) found.push(sections[index]?.commands ?? []);
  }
  return found;
}
