import { setState, stateOf } from './channel-row.ts';
import { checkChannelConditions } from './conditions.ts';
import { endMessage, idOf } from './message.ts';
import type { Message } from './message-store.ts';
import { outdateStates } from './queue-manager-row.ts';
import type { ChannelState } from './trace.ts';
import type { Channel, World } from './world.ts';

export function setChannelState(world: World, channel: Channel, state: ChannelState, reason: string): void {
  if (stateOf(world, channel.row) === state) return;
  setState(world, channel.row, state);
  outdateStates(world, channel.from.row);
  world.record?.({
    kind: 'channel',
    atUs: world.nowUs,
    channel: channel.name,
    from: channel.from.name,
    to: channel.to.name,
    state,
    reason,
  });
  checkChannelConditions(world, channel, state);
}

export function recordDoubt(world: World, channel: Channel, messages: readonly Message[], isInDoubt: boolean): void {
  world.record?.({
    kind: 'in-doubt',
    atUs: world.nowUs,
    messages: messages.map((message) => idOf(world, message)),
    channel: channel.name,
    from: channel.from.name,
    to: channel.to.name,
    isInDoubt,
  });
}

export function recordReturn(world: World, channel: Channel, message: Message, reason: string): void {
  world.record?.({
    kind: 'return',
    atUs: world.nowUs,
    message: idOf(world, message),
    queueManager: channel.from.name,
    queue: channel.transmissionQueue.name,
    channel: channel.name,
    to: channel.to.name,
    reason,
  });
}

/** A nonpersistent message that nothing can bring back: its life ends here. */
export function recordLoss(
  world: World,
  queueManager: string,
  message: Message,
  how: 'lost' | 'discarded',
  reason: string,
): void {
  world.totals.lost++;
  world.record?.({ kind: 'gone', atUs: world.nowUs, message: idOf(world, message), how, queueManager, reason });
  endMessage(world, message);
}
