import { endUse, type HandleRow, handleNumberOf } from './handle-row.ts';
import { dropMessage, type Message } from './message-store.ts';
import { noRow } from './rows.ts';
import { targetIn } from './target-row.ts';
import type { Handle, Target, World } from './world.ts';

/** What the queue that a message stands on is to it. */
export const roles = ['target', 'transmission', 'dead-letter', 'backout'] as const;

export type Role = (typeof roles)[number];

/** Of the queue it was put to last. */
export const roleOf = (world: World, message: Message): Role => roles[world.messages.role[message] ?? 0] ?? 'target';

export function setRole(world: World, message: Message, role: Role): void {
  world.messages.role[message] = role === 'target' ? 0 : role === 'transmission' ? 1 : roles.indexOf(role);
}

/** What a person knows it by. */
export const idOf = (world: World, message: Message): number => world.messages.id[message] ?? 0;

export const sizeOf = (world: World, message: Message): number => world.messages.size[message] ?? 0;

export const isPersistent = (world: World, message: Message): boolean => world.messages.isPersistent[message] === 1;

export const isBound = (world: World, message: Message): boolean => world.messages.isBound[message] === 1;

export const isExpired = (world: World, message: Message): boolean =>
  (world.messages.expiresAtUs[message] ?? 0) <= world.nowUs;

/** Whether it is no delivery of what was put, see the world's `asides`. */
export const isAside = ({ asides, messages }: World, message: Message): boolean =>
  asides.size > 0 && asides.has(messages.id[message] ?? 0);

/** The open queue it was put with. A message keeps its handle, so there is one. */
export const handleOf = (world: World, message: Message): Handle =>
  world.handles[handleNumberOf(world, handleRowOf(world, message))] as Handle;

export const handleRowOf = ({ messages }: World, message: Message): HandleRow => messages.handle[message] ?? 0;

/** What its transmission header says. */
export const targetOf = (world: World, message: Message): Target =>
  targetIn(world, world.messages.target[message] ?? noRow);

/** The number of a group for the `group` column; 0 is no group. */
export function numberGroup(world: World, name: string): number {
  const known = world.groupNumbers.get(name);
  if (known !== undefined) return known;
  const number = world.groups.push({ name, queueManager: undefined, isSplit: false });
  world.groupNumbers.set(name, number);
  return number;
}

/** A message has been processed, has expired or is lost. */
export function endMessage(world: World, message: Message): void {
  releaseHandle(world, handleRowOf(world, message));
  dropMessage(world.messages, message);
}

export function closeHandle(world: World, handle: Handle): void {
  if (!handle.isOpen) return;
  handle.isOpen = false;
  releaseHandle(world, handle.row);
}

function releaseHandle(world: World, handle: HandleRow): void {
  if (endUse(world, handle) > 0) return;
  world.handles[handleNumberOf(world, handle)] = undefined;
  world.freeHandles.push(handle);
}

/** What a put of it has to say. */
export const cargoOf = (world: World, message: Message): { readonly size: number; readonly isPersistent: boolean } => ({
  size: sizeOf(world, message),
  isPersistent: isPersistent(world, message),
});
