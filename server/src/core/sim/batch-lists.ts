import { setToConfirm } from './channel-row.ts';
import type { Message } from './message-store.ts';
import type { Channel, Received, World } from './world.ts';

/**
 * What a channel has of a batch between two batches. All channels share these, and nobody pushes to them (see `withOneMore`): a
 * new list for each of the few that a batch ends with is garbage, and one more thing for the collector to remember.
 */
export const noMessages: Message[] = [];
export const nothingReceived: Received[] = [];

/** An empty list may be a shared one. And an empty array that is pushed to makes room for seventeen; most batches have few. */
export function withOneMore<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}

/** What of a channel's batch waits for its confirmation. */
export function setBatch(world: World, channel: Channel, batch: Message[]): void {
  channel.batch = batch;
  setToConfirm(world, channel.row, batch.length);
}
