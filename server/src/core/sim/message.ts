import { endUse, type HandleRow, handleNumberOf } from './handle-row.ts';
import {
  dropMessage,
  expiryOf,
  fact,
  flag,
  hasFlag,
  type Message,
  numberOf,
  releaseMessage,
  setNumber,
} from './message-store.ts';
import { targetIn } from './target-row.ts';
import type { Handle, Target, World } from './world.ts';

/** What the queue that a message stands on is to it. */
export const roles = ['target', 'transmission', 'dead-letter', 'backout'] as const;

export type Role = (typeof roles)[number];

/** Of the queue it was put to last. */
export const roleOf = (world: World, message: Message): Role =>
  roles[numberOf(world.messages, message, fact.role)] ?? 'target';

export function setRole(world: World, message: Message, role: Role): void {
  setNumber(
    world.messages,
    message,
    fact.role,
    role === 'target' ? 0 : role === 'transmission' ? 1 : roles.indexOf(role),
  );
}

/** What a person knows it by. */
export const idOf = (world: World, message: Message): number => numberOf(world.messages, message, fact.id);

export const sizeOf = (world: World, message: Message): number => numberOf(world.messages, message, fact.size);

export const isPersistent = (world: World, message: Message): boolean =>
  hasFlag(world.messages, message, flag.isPersistent);

export const isBound = (world: World, message: Message): boolean => hasFlag(world.messages, message, flag.isBound);

export const isExpired = (world: World, message: Message): boolean => expiryOf(world.messages, message) <= world.nowUs;

/** Whether it is no delivery of what was put, see the world's `asides`. */
export const isAside = ({ asides, messages }: World, message: Message): boolean =>
  asides.size > 0 && asides.has(numberOf(messages, message, fact.id));

/** The open queue it was put with. A message keeps its handle, so there is one. */
export const handleOf = (world: World, message: Message): Handle =>
  world.handles[handleNumberOf(world, handleRowOf(world, message))] as Handle;

export const handleRowOf = ({ messages }: World, message: Message): HandleRow =>
  numberOf(messages, message, fact.handle);

/** What its transmission header says. */
export const targetOf = (world: World, message: Message): Target =>
  targetIn(world, numberOf(world.messages, message, fact.target));

/** The number of a group for the `group` column; 0 is no group. */
export function numberGroup(world: World, name: string): number {
  const known = world.groupNumbers.get(name);
  if (known !== undefined) return known;
  const number = world.groups.push({ name, queueManager: undefined, isSplit: false });
  world.groupNumbers.set(name, number);
  return number;
}

/** A message has been processed, has expired or is lost. As long as a batch names it, it keeps its handle. */
export function endMessage(world: World, message: Message): void {
  if (dropMessage(world.messages, message)) releaseHandle(world, handleRowOf(world, message));
}

/** A batch that named it is over. */
export function letGo(world: World, message: Message): void {
  if (releaseMessage(world.messages, message)) releaseHandle(world, handleRowOf(world, message));
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
