import { endForGood } from './channel-life.ts';
import { isRetiredNow } from './channel-row.ts';
import { deadLetter } from './dead-letter.ts';
import { isBound } from './message.ts';
import { addLast, lengthOf, takeAll } from './message-list.ts';
import { note } from './notes.ts';
import { priorityOn, reveal, stage } from './place.ts';
import { changeDepth } from './queue-row.ts';
import { reallocate } from './reallocate.ts';
import type { Channel, World } from './world.ts';

/** The CLUSRCVR at the other end was deleted or has left the cluster: the channel that MQ had defined for it goes as well. */
export function retireChannel(world: World, channel: Channel): void {
  if (isRetiredNow(world, channel.row)) return;
  endForGood(world, channel, `${channel.name} is no longer a cluster-receiver of ${channel.to.name}`);
  emptyRetired(world, channel);
}

/** What is not bound goes to another instance, what is bound to the dead-letter queue here. Messages in doubt stay so. (C4.2) */
export function emptyRetired(world: World, channel: Channel): void {
  if (!channel.isCluster || channel.from.state !== 'running' || lengthOf(world, channel.row) === 0) return;
  reallocate(world, channel);
  for (const message of takeAll(world, channel.row)) {
    const dead = isBound(world, message) ? deadLetter(world, channel.from, message, reason) : undefined;
    if (dead === undefined) {
      addLast(world, channel.row, message, priorityOn(world, channel.transmissionQueue.row, message));
      continue;
    }
    const { from, name } = channel;
    note(world, from.name, `AMQ9408: bound messages for deleted channel ${name} went to the dead-letter queue.`);
    changeDepth(world, channel.transmissionQueue.row, -1);
    stage(world, message, dead);
    reveal(world, message, dead);
  }
}

const reason = 'MQFB_BIND_OPEN_CLUSRCVR_DEL: bound to a cluster-receiver that was deleted';
