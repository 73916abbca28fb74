import { effectiveText } from './effective.ts';
import { makeObject } from './make-object.ts';
import type { ExecutedCommand, MqObject, NameSpace, ObjectTable, QueueManager } from './model.ts';
import { nameSpaceOf } from './name-spaces.ts';
import { readCommand } from './read-command.ts';

/**
 * Gives each member of a queue-sharing group what the files of the others define for all of them: the shared queues, a copy of
 * each GROUP object, and the CF structures. What a member defines itself stays its own. (IBM: Queue-sharing groups; DEFINE
 * queues, QSGDISP.) Nothing tells which member's files run first: what one alters in a definition of another is seen on
 * itself alone, and what it deletes there stays.
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
    const shared = members.flatMap(sharedBy);
    for (const member of members) {
      const key = member.name.toUpperCase();
      told.add(key);
      result.set(key, joinGroup(member, group, shared));
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

const ownParts = new WeakMap<QueueManager, QueueManager>();

interface SharedObject {
  readonly space: NameSpace;
  readonly object: MqObject;
}

/** What the queue manager's commands define for its group; read once, as an edit leaves most queue managers alone. */
function sharedBy(queueManager: QueueManager): readonly SharedObject[] {
  const known = sharedOf.get(queueManager);
  if (known) return known;
  const shared = new Map<string, SharedObject>();
  for (const step of queueManager.steps) {
    const { effect } = step;
    if (effect.kind === 'none' || effect.kind === 'refused') continue;
    const { object } = effect;
    const space = nameSpaceOf(object.type, object.channelType);
    if (!space || !concernsGroup(step, object)) continue;
    const key = `${space} ${object.name}`;
    if (effect.kind === 'deleted') shared.delete(key);
    else if (object.isDefined && !object.nameIsOpen) shared.set(key, { space, object });
  }
  const found = [...shared.values()];
  sharedOf.set(queueManager, found);
  return found;
}

const sharedOf = new WeakMap<QueueManager, readonly SharedObject[]>();

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
  readonly shared: readonly SharedObject[];
  readonly member: QueueManager;
}

/** The last of each: the same member of a group that shares the same is the same queue manager. */
const memberships = new WeakMap<QueueManager, Membership>();

function joinGroup(own: QueueManager, group: string, sharedByAll: readonly SharedObject[]): QueueManager {
  const shared = sharedByAll.filter(({ object }) => object.queueManager !== own.name);
  const known = memberships.get(own);
  if (known?.group === group && isSameList(known.shared, shared)) return known.member;
  const member: QueueManager = { ...own, sharingGroup: group, objects: withShared(own, shared) };
  ownParts.set(member, own);
  memberships.set(own, { group, shared, member });
  return member;
}

const isSameList = (before: readonly SharedObject[], now: readonly SharedObject[]): boolean =>
  before.length === now.length && before.every((one, index) => one === now[index]);

function withShared(own: QueueManager, shared: readonly SharedObject[]): ObjectTable {
  const added = new Map<NameSpace, Map<string, MqObject>>();
  for (const { space, object } of shared) {
    const here = added.get(space) ?? new Map<string, MqObject>();
    added.set(space, here);
    const existing = own.objects.get(space, object.name);
    if (here.has(object.name) || existing?.isDefined || (existing && existing.type !== object.type)) continue;
    here.set(object.name, copyFor(own, object, existing));
  }
  const lists = new Map<NameSpace, readonly MqObject[]>();
  for (const [space, here] of added)
    lists.set(space, [...[...own.objects.all(space)].filter(({ name }) => !here.has(name)), ...here.values()]);
  return {
    all: (space) => lists.get(space) ?? own.objects.all(space),
    get: (space, name) => added.get(space)?.get(name) ?? own.objects.get(space, name),
  };
}

/** The object as the member sees it: as the other defines it, and as the member's own files alter it after that. */
const copyFor = ({ name, platform }: QueueManager, object: MqObject, altered: MqObject | undefined): MqObject =>
  makeObject({ ...frameOf(object), queueManager: name, platform, sharedFrom: object.queueManager }, [
    { kind: 'before', of: object },
    ...(altered ? [{ kind: 'before' as const, of: altered }] : []),
  ]);

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
