import { addUse, countPutWith, type HandleRow, priorityWith, producerRowOf, putsPersistent } from './handle-row.ts';
import { addMessage, type Message } from './message-store.ts';
import { putBy } from './producer-row.ts';
import type { World } from './world.ts';

/** What a program puts, before it has a place. */
export function makeMessage(
  world: World,
  handle: HandleRow,
  { group, size, expiryUs }: { readonly group: number; readonly size: number; readonly expiryUs: number },
): Message {
  const { messages } = world;
  const message = addMessage(messages);
  messages.id[message] = world.nextMessage++;
  messages.handle[message] = handle;
  messages.ordinal[message] = countPutWith(world, handle);
  messages.serial[message] = putBy(world, producerRowOf(world, handle)) + 1;
  messages.size[message] = size;
  messages.isPersistent[message] = putsPersistent(world, handle) ? 1 : 0;
  messages.priority[message] = priorityWith(world, handle);
  messages.expiresAtUs[message] = expiryUs > 0 ? world.nowUs + expiryUs : Infinity;
  messages.group[message] = group;
  addUse(world, handle);
  return message;
}
