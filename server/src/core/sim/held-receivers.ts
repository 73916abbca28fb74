import type { QueueManager, World } from './world.ts';

/** Receiving channels that a STOP CHANNEL holds closed stand in one set for all, so that a batch asks nobody while none is. */
export const isHeld = ({ heldReceivers }: World, at: QueueManager, channel: string): boolean =>
  heldReceivers.size > 0 && heldReceivers.has(keyOf(at, channel));

export function holdReceiver({ heldReceivers }: World, at: QueueManager, channel: string): void {
  heldReceivers.add(keyOf(at, channel));
}

/** Whether it was held. */
export const releaseReceiver = ({ heldReceivers }: World, at: QueueManager, channel: string): boolean =>
  heldReceivers.delete(keyOf(at, channel));

const keyOf = ({ name }: QueueManager, channel: string): string => `${name}\u0000${channel}`;
