import { setChannelState } from './channel-state.ts';
import { addChannel, addLocalQueue } from './channels.ts';
import { readChannel, readQueue } from './definitions.ts';
import type { Channel, LocalQueue, QueueManager, World } from './world.ts';

/**
 * Intra-group queuing: a message of at most 63 KB, header included, for another member of the group goes over the shared
 * transmission queue before any other; larger ones take the channels. The agent of the member that it is for reads it there, whether
 * the sender still runs or not. (IBM: IntraGroupQueuing; Clustering with intra-group queuing.)
 */
export function agentFor(
  world: World,
  at: QueueManager,
  to: QueueManager | undefined,
  size: number,
): Channel | undefined {
  const { group } = at;
  if (group === undefined || to === undefined || to === at || !group.members.includes(to)) return undefined;
  if (!at.definition.usesIntraGroupQueuing || size + headerSize > largestMessage) return undefined;
  const known = group.owner.outbound.get(to.name);
  if (known !== undefined) return known;
  const channel = addChannel(
    world,
    group.owner,
    to,
    agentDefinition,
    sharedTransmissionQueue(world, at),
    to.name,
    'cluster',
  );
  if (to.state === 'running')
    setChannelState(world, channel, 'RUNNING', `the intra-group queuing agent of ${to.name} reads it`);
  return channel;
}

/** Whether messages from one to the other may take two ways, by their size. */
export const takesTwoWays = (from: QueueManager | undefined, to: QueueManager): boolean =>
  from !== undefined &&
  from !== to &&
  from.group !== undefined &&
  from.group === to.group &&
  from.definition.usesIntraGroupQueuing;

export function sharedTransmissionQueue(world: World, { group }: QueueManager): LocalQueue {
  const owner = group?.owner ?? (world.queueManagers[0] as QueueManager);
  return owner.locals.get(queueName) ?? addLocalQueue(world, owner, transmissionQueue);
}

const queueName = 'SYSTEM.QSG.TRANSMIT.QUEUE';
const largestMessage = 63 * 1024;
/** Of MQXQH with its message descriptor, on recollection. */
const headerSize = 428;

const written = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).map(([keyword, value]) => [keyword, { value, at: undefined }]));

const transmissionQueue = readQueue({
  name: queueName,
  type: 'QLOCAL',
  clusters: [],
  definedAt: undefined,
  attributes: written({ USAGE: 'XMITQ', QSGDISP: 'SHARED', MAXDEPTH: '999999999' }),
});

/** The agent gets and puts message by message, in one unit of work, and comes back with its queue manager. */
const agentDefinition = readChannel({
  name: queueName,
  type: 'IGQ',
  clusters: [],
  definedAt: undefined,
  attributes: written({
    BATCHSZ: '1',
    DISCINT: '0',
    SHORTRTY: '999999999',
    SHORTTMR: '1',
    NPMSPEED: 'NORMAL',
    MRRTY: '0',
  }),
});
