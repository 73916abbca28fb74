import { addUse, countPutWith, type HandleRow, priorityWith, producerRowOf, putsPersistent } from './handle-row.ts';
import { addMessage, fact, flag, type Message, setExpiry, startOf } from './message-store.ts';
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
  const { numbers } = messages;
  const at = startOf(message);
  numbers[at + fact.id] = world.nextMessage++;
  numbers[at + fact.handle] = handle;
  numbers[at + fact.ordinal] = countPutWith(world, handle);
  numbers[at + fact.serial] = putBy(world, producerRowOf(world, handle)) + 1;
  numbers[at + fact.size] = size;
  if (putsPersistent(world, handle)) numbers[at + fact.flags] = flag.isPersistent;
  numbers[at + fact.priority] = priorityWith(world, handle);
  setExpiry(messages, message, expiryUs > 0 ? world.nowUs + expiryUs : Infinity);
  numbers[at + fact.group] = group;
  addUse(world, handle);
  return message;
}
