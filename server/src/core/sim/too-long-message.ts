import { failChannel } from './channel-life.ts';
import { recordLoss } from './channel-state.ts';
import { deadLetter } from './dead-letter.ts';
import { isPersistent } from './message.ts';
import { addFirst } from './message-list.ts';
import type { Message } from './message-store.ts';
import { priorityOn, reveal, stage } from './place.ts';
import { reasonText } from './put-checks.ts';
import { changeDepth } from './queue-row.ts';
import type { Channel, World } from './world.ts';

/** Too long for the channel: the sender's dead-letter queue takes the message, or the channel ends. (IBM: 2218) */
export function setAside(world: World, channel: Channel, message: Message): 'gone' | 'channel-ended' {
  const { definition, from, transmissionQueue } = channel;
  const why = `${reasonText(2218)}: longer than MAXMSGL(${definition.maxMessageLength}) of ${channel.name}`;
  const dead = definition.usesDeadLetterQueue ? deadLetter(world, from, message, why) : undefined;
  if (dead !== undefined) {
    stage(world, message, dead);
    reveal(world, message, dead);
    return 'gone';
  }
  if (!isPersistent(world, message) && definition.isFast) {
    recordLoss(world, from.name, message, 'discarded', `${why}, and no dead-letter queue takes it`);
    return 'gone';
  }
  changeDepth(world, transmissionQueue.row, 1);
  addFirst(world, channel.row, message, priorityOn(world, transmissionQueue.row, message));
  failChannel(world, channel, `${why}, and no dead-letter queue takes it`);
  return 'channel-ended';
}
