import { obstacleTo } from '../channel-life.ts';
import { stateOf } from '../channel-row.ts';
import { outboundNamed } from './channel-control.ts';
import { type Command, nameOf } from './command.ts';

/** It only says that the queue manager answers. */
export const pingQueueManager: Command = () => 'AMQ8415I: ping complete';

/** Tries the way to the partner without a message; not while the channel runs. (IBM: PING CHANNEL) */
export const pingChannel: Command = (world, at, body) => {
  const name = nameOf(body);
  const [channel] = outboundNamed(world, at, name);
  if (channel === undefined) return `AMQ8147E: object ${name} not found`;
  if (stateOf(world, channel.row) === 'RUNNING' || stateOf(world, channel.row) === 'STOPPING')
    return `AMQ9514E: channel ${name} is in use`;
  const obstacle = obstacleTo(world, channel);
  return obstacle === undefined ? 'AMQ8020I: ping complete' : `ping failed: ${obstacle}`;
};
