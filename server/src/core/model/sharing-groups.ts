import { isSameList } from '#core/text/same-list.ts';
import { effective, effectiveText } from './effective.ts';
import { type Layer, lastLayer, makeObject, writtenText } from './make-object.ts';
import type { Estate, ExecutedCommand, MqObject, NameSpace, ObjectTable, QueueManager } from './model.ts';
import { nameSpaceOf } from './name-spaces.ts';
import { readCommand } from './read-command.ts';

/**
 * Gives each member of a queue-sharing group what the files of the others define for all of them: the shared queues, a copy of
 * each GROUP object, and the CF structures. What a member defines itself stays its own. An ALTER of the one definition in the
 * shared repository is seen by all, whoever runs it; that of a copy by its own member alone. (IBM: "QSGDisp"; DEFINE and ALTER
 * queues, QSGDISP; "Private and global definitions".) Nothing tells which member's files run first: definitions come before what others
 * alter in them, alterations in the order of the members, and what a member deletes of another's stays.
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
    const parts = members.map(sharedBy);
    const definitions = parts.flatMap((part) => part.definitions);
    const alterations = parts.flatMap((part) => part.alterations);
    for (const member of members) {
      const key = member.name.toUpperCase();
      told.add(key);
      result.set(key, joinGroup(member, group, { definitions, alterations }));
    }
  }
  return result;
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

const isOfGroup = (object: MqObject): boolean =>
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
  /** In the shared repository, and so for all; otherwise in this member's copy. */
  readonly isForAll: boolean;
  readonly layer: Layer;
}

interface Shared {
  readonly definitions: readonly SharedObject[];
  readonly alterations: readonly Alteration[];
}

/** What the queue manager's commands do for its group; read once, as an edit leaves most queue managers alone. */
function sharedBy(queueManager: QueueManager): Shared {
  const known = sharedOf.get(queueManager);
  if (known) return known;
  const definitions = new Map<string, SharedObject>();
  const alterations: Alteration[] = [];
  for (const step of queueManager.steps) {
    const { effect } = step;
    if (effect.kind === 'none' || effect.kind === 'refused') continue;
    const { object } = effect;
    const space = nameSpaceOf(object.type, object.channelType);
    if (!space || object.nameIsOpen) continue;
    const isForAll = concernsGroup(step, object);
    const { type, name } = object;
    if (effect.kind === 'altered' && !object.isDefined)
      alterations.push({
        queueManager: queueManager.name,
        ...{ space, type, name, isForAll },
        layer: lastLayer(object),
      });
    if (!isForAll) continue;
    const key = `${space} ${name}`;
    if (effect.kind === 'deleted') definitions.delete(key);
    else if (object.isDefined) definitions.set(key, { space, object });
  }
  const found = { definitions: [...definitions.values()], alterations };
  sharedOf.set(queueManager, found);
  return found;
}

const sharedOf = new WeakMap<QueueManager, Shared>();

/** A command without QSGDISP leaves a GROUP definition alone and works on the copy; a CF structure is always the group's. */
function concernsGroup({ ref, effect }: ExecutedCommand, object: MqObject): boolean {
  if (object.type === 'CFSTRUCT') return true;
  const said = readCommand(ref.command.body)?.settings.get('QSGDISP')?.value;
  const disposition = said ?? effectiveText(object, 'QSGDISP');
  if (disposition === 'SHARED') return object.type === 'QLOCAL';
  return disposition === 'GROUP' && (said !== undefined || effect.kind === 'defined' || effect.kind === 'replaced');
}

interface Membership {
  readonly group: string;
  readonly shared: Shared;
  readonly member: QueueManager;
}

/** The last of each: the same member of a group that shares the same is the same queue manager. */
const memberships = new WeakMap<QueueManager, Membership>();

function joinGroup(own: QueueManager, group: string, all: Shared): QueueManager {
  const shared = {
    definitions: all.definitions.filter(({ object }) => object.queueManager !== own.name),
    alterations: all.alterations.filter(({ isForAll, queueManager }) => isForAll || queueManager === own.name),
  };
  const known = memberships.get(own);
  if (
    known?.group === group &&
    isSameList(known.shared.definitions, shared.definitions) &&
    isSameList(known.shared.alterations, shared.alterations)
  )
    return known.member;
  const member: QueueManager = { ...own, sharingGroup: group, objects: withShared(own, shared) };
  ownParts.set(member, own);
  memberships.set(own, { group, shared, member });
  return member;
}

/** The member's own objects as the others alter them, and the others' that it has none of its own for. */
function withShared(own: QueueManager, { definitions, alterations }: Shared): ObjectTable {
  const tables = new Map<NameSpace, Map<string, MqObject>>();
  const tableOf = (space: NameSpace): Map<string, MqObject> => {
    const table = tables.get(space) ?? new Map([...own.objects.all(space)].map((one) => [one.name, one]));
    tables.set(space, table);
    return table;
  };
  const changes = Map.groupBy(alterations, ({ space, name }) => `${space} ${name}`);
  const changesOf = ({ space, object }: SharedObject): readonly Alteration[] =>
    (changes.get(`${space} ${object.name}`) ?? noAlterations).filter(({ type }) => type === object.type);
  for (const one of alterations.length > 0 ? sharedBy(own).definitions : []) {
    const others = changesOf(one).filter(({ queueManager }) => queueManager !== own.name);
    const now = own.objects.get(one.space, one.object.name);
    if (now && others.length > 0)
      tableOf(one.space).set(now.name, makeObject(now, [{ kind: 'before', of: now }, ...layersOf(others)]));
  }
  const copied = new Set<MqObject>();
  for (const one of definitions) {
    const { space, object } = one;
    const existing = own.objects.get(space, object.name);
    if (existing && existing.type !== object.type) continue;
    if (existing?.isDefined) {
      if (isCopyOf(existing, object) && !copied.has(existing)) {
        copied.add(existing);
        // What the DEFINE of a copy leaves out is taken from the group's definition.
        tableOf(space).set(
          object.name,
          makeObject(existing, [...asGroupHasIt(one, changesOf(one)), { kind: 'before', of: existing }]),
        );
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
    get: (space, name) => tables.get(space)?.get(name) ?? own.objects.get(space, name),
  };
}

const noAlterations: readonly Alteration[] = [];

const isCopyOf = (own: MqObject, object: MqObject): boolean =>
  writtenText(own, 'QSGDISP')?.value === 'COPY' && effectiveText(object, 'QSGDISP') === 'GROUP';

/** The definition with what any member alters in it, as it is in a copy. */
function asGroupHasIt({ object }: SharedObject, changes: readonly Alteration[]): readonly Layer[] {
  const disposition = effective(object, 'QSGDISP');
  const asCopy: readonly Layer[] =
    disposition?.value === 'GROUP'
      ? [{ kind: 'value', keyword: 'QSGDISP', value: { ...disposition, value: 'COPY' } }]
      : [];
  return [{ kind: 'before', of: object }, ...layersOf(changes.filter(({ isForAll }) => isForAll)), ...asCopy];
}

/** The object as the member sees it: as the group has it, and a copy as the member's own files alter it after that. */
const copyFor = ({ name, platform }: QueueManager, one: SharedObject, changes: readonly Alteration[]): MqObject =>
  makeObject({ ...frameOf(one.object), queueManager: name, platform, sharedFrom: one.object.queueManager }, [
    ...asGroupHasIt(one, changes),
    ...layersOf(changes.filter(({ isForAll }) => !isForAll)),
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
