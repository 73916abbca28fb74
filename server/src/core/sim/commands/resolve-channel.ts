import { clearBatch, letGoOfBatch, messagesIn } from '../batch.ts';
import { giveBack, hasSession } from '../channel-life.ts';
import {
  type ChannelRow,
  committedOf,
  countInDoubt,
  doubtOf,
  hasCommitted,
  sequenceSentOver,
  setCommitted,
  setSequenceSent,
} from '../channel-row.ts';
import { recordDoubt, recordLoss } from '../channel-state.ts';
import { copyMessages } from '../copy-messages.ts';
import { note } from '../notes.ts';
import { pumpSoon } from '../place.ts';
import { changeDepth } from '../queue-row.ts';
import type { Channel, World } from '../world.ts';
import { outboundNamed } from './channel-control.ts';
import { type Command, nameOf, textAfter } from './command.ts';

/**
 * Somebody decides about a batch in doubt without asking the partner: COMMIT deletes the sender's messages, BACKOUT sends them
 * again. What the partner did meanwhile makes the wrong choice a loss or a duplication. (C3.1)
 */
export const resolveChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const channels = outboundNamed(world, at, name);
  if (channels.length === 0) return `AMQ8147E: object ${name} not found`;
  if (channels.some((channel) => hasSession(world, channel))) return 'AMQ9514E: the channel is in use';
  const inDoubt = channels.filter((channel) => countInDoubt(world, channel.row) > 0);
  if (inDoubt.length === 0) return 'not resolved: the channel is not in doubt';
  const isCommit = textAfter(body, 'ACTION') === 'COMMIT';
  for (const channel of inDoubt) {
    if (isCommit) commit(world, channel);
    else backOut(world, channel);
  }
  return isCommit ? 'resolved: committed' : 'resolved: backed out';
};

function commit(world: World, channel: Channel): void {
  const { row, from, to } = channel;
  const messages = messagesIn(world, doubtOf(row));
  const isLost = !hasCommitted(world, row);
  recordDoubt(world, channel, messages, false);
  setSequenceSent(world, row, sequenceSentOver(world, row) + messages.length);
  letGoOfBatch(world, doubtOf(row));
  leaveDoubt(world, row);
  if (!isLost) return;
  for (const message of messages) {
    changeDepth(world, channel.transmissionQueue.row, -1);
    const reason = `RESOLVE CHANNEL ACTION(COMMIT), but ${to.name} had not committed`;
    recordLoss(world, from.name, message, 'lost', reason);
  }
  note(world, from.name, `${messages.length} messages are lost: ${to.name} never committed them.`);
}

function backOut(world: World, channel: Channel): void {
  const { row, from, to } = channel;
  const messages = messagesIn(world, doubtOf(row));
  recordDoubt(world, channel, messages, false);
  if (hasCommitted(world, row)) {
    copyMessages(world, channel);
    note(world, from.name, `${messages.length} messages are duplicated: ${to.name} had committed them.`);
  } else giveBack(world, channel, doubtOf(row));
  leaveDoubt(world, row);
  pumpSoon(world, row);
}

function leaveDoubt(world: World, channel: ChannelRow): void {
  clearBatch(world, committedOf(channel));
  setCommitted(world, channel, 0);
}
