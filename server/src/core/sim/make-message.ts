import { addUse } from './handle-row.ts';
import { addMessage, type Message } from './message-store.ts';
import type { Handle, World } from './world.ts';

/** What a program puts, before it has a place. */
export function makeMessage(world: World, handle: Handle, group: number, size: number): Message {
  const { messages } = world;
  const { expiryUs } = handle.producer.habits.message;
  const message = addMessage(messages);
  messages.id[message] = world.nextMessage++;
  messages.handle[message] = handle.row;
  messages.ordinal[message] = ++handle.puts;
  messages.serial[message] = handle.producer.put + 1;
  messages.size[message] = size;
  messages.isPersistent[message] = handle.isPersistent ? 1 : 0;
  messages.priority[message] = handle.priority;
  messages.expiresAtUs[message] = expiryUs > 0 ? world.nowUs + expiryUs : Infinity;
  messages.group[message] = group;
  addUse(world, handle.row);
  return message;
}
