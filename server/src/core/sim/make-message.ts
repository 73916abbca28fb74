import { addUse, countPutWith, type HandleRow, priorityWith, producerRowOf, putsPersistent } from './handle-row.ts';
import { addMessage, fact, flag, type Message, setExpiry, setFlag, setNumber } from './message-store.ts';
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
  setNumber(messages, message, fact.id, world.nextMessage++);
  setNumber(messages, message, fact.handle, handle);
  setNumber(messages, message, fact.ordinal, countPutWith(world, handle));
  setNumber(messages, message, fact.serial, putBy(world, producerRowOf(world, handle)) + 1);
  setNumber(messages, message, fact.size, size);
  setFlag(messages, message, flag.isPersistent, putsPersistent(world, handle));
  setNumber(messages, message, fact.priority, priorityWith(world, handle));
  setExpiry(messages, message, expiryUs > 0 ? world.nowUs + expiryUs : Infinity);
  setNumber(messages, message, fact.group, group);
  addUse(world, handle);
  return message;
}
