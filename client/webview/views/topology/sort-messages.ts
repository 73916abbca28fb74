import { messagesIn } from '#core/sim/message-book.ts';
import type { Picture, PictureMessage } from '#core/sim/picture-types.ts';

export interface SortedMessages {
  readonly wires: readonly PictureMessage[];
  /** By `standingKey`: the first few of each queue. */
  readonly standing: ReadonlyMap<string, readonly PictureMessage[]>;
}

/** Where the messages of a picture are drawn, found in one pass: there may be very many. */
export function sortMessages(picture: Picture): SortedMessages {
  const wires: PictureMessage[] = [];
  const standing = new Map<string, PictureMessage[]>();
  for (const message of messagesIn(picture.present)) {
    const { place } = message;
    if (place.kind === 'wire') wires.push(message);
    if (place.kind !== 'queue') continue;
    const key = standingKey(place.queueManager, place.queue);
    const queue = standing.get(key);
    if (queue === undefined) standing.set(key, [message]);
    else if (queue.length < MOST_BEADS) queue.push(message);
  }
  return { wires, standing };
}

export const standingKey = (queueManager: string, queue: string): string => `${queueManager} ${queue}`;

/** As many as a row of a card has room for. */
const MOST_BEADS = 6;
