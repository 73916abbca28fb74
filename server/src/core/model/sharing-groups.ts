import { isSameList } from '#core/text/same-list.ts';
import { dispositionMeant, isFoundAs } from './dispositions.ts';
import { effective, effectiveText } from './effective.ts';
import { type Layer, lastLayer, makeObject, writtenText } from './make-object.ts';
import type { Estate, MqObject, NameSpace, ObjectTable, QueueManager } from './model.ts';
import { nameSpaceOf } from './name-spaces.ts';
import { type CommandReading, readCommand } from './read-command.ts';

/**
 * Gives each member of a queue-sharing group what the files of the others define for all of them: the shared queues, a copy of
 * each GROUP object, and the CF structures. What a member defines itself stays its own. An ALTER or DELETE of the one definition in
 * the shared repository is seen by all, whoever runs it; that of a copy by its own member alone. (IBM: "QSGDisp"; DEFINE, ALTER and
 * DELETE queues, QSGDISP; "Private and global definitions".) Nothing tells which member's files run first: they are taken in the order
 * of the members, and definitions come before what others alter in them.
 */
export function shareInGroups(
  queueManagers: ReadonlyMap<string, QueueManager>,
  groups: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, QueueManager> {
  if (groups.size === 0) return queueManagers;
  const result = new Map(queueManagers);
  const told = new Set<string>();
  for (const [group, names] of groups) {
    const keys = [...new Set(names.map((name) => name.toUpperCase()))].filter((key) => !told.has(key));
    const members = keys.flatMap((key) => queueManagers.get(key) ?? []);
    const shared = together(members.map(sharedBy));
    for (const member of members) {
      const key = member.name.toUpperCase();
      told.add(key);
      result.set(key, joinGroup(member, group, shared));
    }
  }
  return result;
}

/** What the members do for the group, in their order: the DELETE of a later one takes away what an earlier one defines. */
function together(parts: readonly Part[]): Shared {
  const isGone = ({ space, object }: SharedObject, index: number): boolean =>
    parts.slice(index + 1).some(({ deletions }) => deletions.has(`${space} ${object.name}`));
  return {
    definitions: parts.flatMap(({ definitions }, index) => definitions.filter((one) => !isGone(one, index))),
    gone: parts.flatMap(({ definitions }, index) => definitions.filter((one) => isGone(one, index))),
    alterations: parts.flatMap(({ alterations }) => alterations),
  };
}

/** The queue manager as its own files make it. */
export const ownPartOf = (queueManager: QueueManager | undefined): QueueManager | undefined =>
  queueManager && (ownParts.get(queueManager) ?? queueManager);

/** Whether the queue is one that all members of the queue manager's sharing group have together. */
export const isSharedQueue = (queue: MqObject, { sharingGroup }: QueueManager): boolean =>
  sharingGroup !== undefined && queue.type === 'QLOCAL' && effectiveText(queue, 'QSGDISP') === 'SHARED';

/** The queue managers that have the object by one definition of their sharing group, with this one; none for an object of its own. */
export function holdersOf(object: MqObject, space: NameSpace, { queueManagers }: Estate): readonly QueueManager[] {
  const group = queueManagers.get(object.queueManager.toUpperCase())?.sharingGroup;
  if (group === undefined || !isOfGroup(object)) return [];
  return [...queueManagers.values()].filter(({ sharingGroup, objects }) => {
    const theirs = sharingGroup === group ? objects.get(space, object.name) : undefined;
    return theirs?.type === object.type && isOfGroup(theirs);
  });
}

/** Whether its definition is the group's, or a copy of that one. */
export const isOfGroup = (object: MqObject): boolean =>
  object.type === 'CFSTRUCT' || ['SHARED', 'GROUP', 'COPY'].includes(effectiveText(object, 'QSGDISP'));

const ownParts = new WeakMap<QueueManager, QueueManager>();

interface SharedObject {
  readonly space: NameSpace;
  readonly object: MqObject;
}

/** What a command changes in an object that no file of its queue manager defines. */
interface Alteration {
  readonly queueManager: string;
  readonly space: NameSpace;
  readonly type: string;
  readonly name: string;
  /** Which definition it means: `SHARED`, `GROUP`, `COPY` … */
  readonly meant: string;
  readonly layer: Layer;
}

/** What the commands of one queue manager do for its group. */
interface Part {
  readonly definitions: readonly SharedObject[];
  readonly alterations: readonly Alteration[];
  /** `space name` of what it takes away from all, and does not define itself afterwards. */
  readonly deletions: ReadonlySet<string>;
}

/** What all members together do. */
interface Shared extends Pick<Part, 'definitions' | 'alterations'> {
  /** What one member defines and a later one deletes. */
  readonly gone: readonly SharedObject[];
}

/** Read once, as an edit leaves most queue managers alone. */
function sharedBy(queueManager: QueueManager): Part {
  const known = partOf.get(queueManager);
  if (known) return known;
  const definitions = new Map<string, SharedObject>();
  const alterations = new Map<string, Alteration[]>();
  const deletions = new Set<string>();
  for (const { ref, effect } of queueManager.steps) {
    if (effect.kind === 'refused') continue;
    const reading = readCommand(ref.command.body);
    const object = effect.kind === 'none' ? undefined : effect.object;
    const { type, name } = object ?? { type: reading?.type ?? '', name: reading?.name?.text.trimEnd() ?? '' };
    const space = nameSpaceOf(type, object?.channelType ?? reading?.settings.get('CHLTYPE')?.value);
    if (!reading || !space || object?.nameIsOpen) continue;
    const key = `${space} ${name}`;
    if (reading.verb === 'DELETE') {
      if (!isForAll(reading, object)) continue;
      definitions.delete(key);
      alterations.delete(key);
      deletions.add(key);
    } else if (object?.isDefined) {
      if (!isForAll(reading, object)) continue;
      definitions.set(key, { space, object });
      // A DEFINE undoes what the member altered before in what another had defined.
      alterations.delete(key);
      deletions.delete(key);
    } else if (object && effect.kind === 'altered') {
      const change = { space, type, name, meant: meantBy(reading), layer: lastLayer(object) };
      alterations.set(key, [...(alterations.get(key) ?? []), { queueManager: queueManager.name, ...change }]);
    }
  }
  const found = { definitions: [...definitions.values()], alterations: [...alterations.values()].flat(), deletions };
  partOf.set(queueManager, found);
  return found;
}

const partOf = new WeakMap<QueueManager, Part>();

/** A CF structure is always the group's. */
const meantBy = (reading: CommandReading): string =>
  reading.type === 'CFSTRUCT' ? 'SHARED' : dispositionMeant(reading);

/** Whether the command works on the one definition in the shared repository. */
function isForAll(reading: CommandReading, object: MqObject | undefined): boolean {
  // What a DEFINE makes may have its disposition from the default object's.
  const meant = reading.verb === 'DEFINE' && object ? dispositionOf(object) : meantBy(reading);
  return meant === 'SHARED' ? reading.type === 'QLOCAL' || reading.type === 'CFSTRUCT' : meant === 'GROUP';
}

const dispositionOf = (object: MqObject): string =>
  object.type === 'CFSTRUCT' ? 'SHARED' : effectiveText(object, 'QSGDISP');

interface Membership {
  readonly group: string;
  readonly shared: Shared;
  readonly member: QueueManager;
}

/** The last of each: the same member of a group that shares the same is the same queue manager. */
const memberships = new WeakMap<QueueManager, Membership>();

function joinGroup(own: QueueManager, group: string, all: Shared): QueueManager {
  const shared: Shared = {
    definitions: all.definitions.filter(({ object }) => object.queueManager !== own.name),
    gone: all.gone,
    alterations: all.alterations.filter(({ meant, queueManager }) => isOfAll(meant) || queueManager === own.name),
  };
  const known = memberships.get(own);
  if (
    known?.group === group &&
    isSameList(known.shared.definitions, shared.definitions) &&
    isSameList(known.shared.gone, shared.gone) &&
    isSameList(known.shared.alterations, shared.alterations)
  )
    return known.member;
  const member: QueueManager = { ...own, sharingGroup: group, objects: withShared(own, shared) };
  ownParts.set(member, own);
  memberships.set(own, { group, shared, member });
  return member;
}

/** Of the one definition in the shared repository, and so of all members. */
const isOfAll = (disposition: string): boolean => disposition === 'SHARED' || disposition === 'GROUP';

/** The member's own objects as the others alter or delete them, and the others' that it has none of its own for. */
function withShared(own: QueueManager, { definitions, gone, alterations }: Shared): ObjectTable {
  const tables = new Map<NameSpace, Map<string, MqObject>>();
  const tableOf = (space: NameSpace): Map<string, MqObject> => {
    const table = tables.get(space) ?? new Map([...own.objects.all(space)].map((one) => [one.name, one]));
    tables.set(space, table);
    return table;
  };
  const changes = Map.groupBy(alterations, ({ space, name }) => `${space} ${name}`);
  const changesOf = ({ space, object }: SharedObject): readonly Alteration[] =>
    (changes.get(`${space} ${object.name}`) ?? noAlterations).filter(
      ({ type, meant }) => type === object.type && isFoundAs(meant, dispositionOf(object)),
    );
  for (const { space, object } of gone) {
    const existing = own.objects.get(space, object.name);
    if (existing?.type === object.type && goesWith(existing, object)) tableOf(space).delete(object.name);
  }
  for (const one of alterations.length > 0 ? sharedBy(own).definitions : []) {
    const others = changesOf(one).filter(({ queueManager }) => queueManager !== own.name);
    const now = tables.get(one.space)?.get(one.object.name) ?? own.objects.get(one.space, one.object.name);
    if (now && others.length > 0 && !gone.includes(one))
      tableOf(one.space).set(now.name, makeObject(now, [{ kind: 'before', of: now }, ...layersOf(others)]));
  }
  const copied = new Set<MqObject>();
  for (const one of definitions) {
    const { space, object } = one;
    const existing = tables.get(space)?.get(object.name) ?? own.objects.get(space, object.name);
    if (existing && existing.type !== object.type) continue;
    if (existing?.isDefined) {
      if (isCopyOf(existing, object) && !copied.has(existing)) {
        const copy = makeObject(existing, [...asGroupHasIt(one, changesOf(one)), { kind: 'before', of: existing }]);
        // What the DEFINE of a copy leaves out is taken from the group's definition.
        tableOf(space).set(object.name, copy);
        copied.add(copy);
      }
      continue;
    }
    const table = tableOf(space);
    if (table.get(object.name)?.sharedFrom !== undefined) continue;
    // After the member's own objects, also where it altered this one before.
    table.delete(object.name);
    table.set(object.name, copyFor(own, one, changesOf(one)));
  }
  return {
    all: (space) => tables.get(space)?.values() ?? own.objects.all(space),
    get: (space, name) => (tables.get(space) ? tables.get(space)?.get(name) : own.objects.get(space, name)),
  };
}

const noAlterations: readonly Alteration[] = [];

/** Whether a member's object is the definition that was deleted, its copy, or only altered and defined nowhere. */
const goesWith = (own: MqObject, object: MqObject): boolean =>
  !own.isDefined || own.definedBy === object.definedBy || isCopyOf(own, object);

const isCopyOf = (own: MqObject, object: MqObject): boolean =>
  writtenText(own, 'QSGDISP')?.value === 'COPY' && effectiveText(object, 'QSGDISP') === 'GROUP';

/** The definition with what any member alters in it, as it is in a copy. */
function asGroupHasIt({ object }: SharedObject, changes: readonly Alteration[]): readonly Layer[] {
  const disposition = effective(object, 'QSGDISP');
  const asCopy: readonly Layer[] =
    disposition?.value === 'GROUP'
      ? [{ kind: 'value', keyword: 'QSGDISP', value: { ...disposition, value: 'COPY' } }]
      : [];
  return [{ kind: 'before', of: object }, ...layersOf(changes.filter(({ meant }) => isOfAll(meant))), ...asCopy];
}

/** The object as the member sees it: as the group has it, and a copy as the member's own files alter it after that. */
const copyFor = ({ name, platform }: QueueManager, one: SharedObject, changes: readonly Alteration[]): MqObject =>
  makeObject({ ...frameOf(one.object), queueManager: name, platform, sharedFrom: one.object.queueManager }, [
    ...asGroupHasIt(one, changes),
    ...layersOf(changes.filter(({ meant }) => !isOfAll(meant))),
  ]);

const layersOf = (changes: readonly Alteration[]): readonly Layer[] => changes.map(({ layer }) => layer);

/** Property by property: a spread of the object would work out all its attributes. */
const frameOf = ({ type, name, channelType, nameAt, definedBy, isDefined, nameIsOpen }: MqObject) => ({
  type,
  name,
  channelType,
  nameAt,
  definedBy,
  isDefined,
  nameIsOpen,
});
