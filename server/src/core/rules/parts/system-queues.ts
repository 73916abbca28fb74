import { isSlip } from './misspelt.ts';

/** The queue of MQ itself that a name almost spells; undefined for one that is right, or far from all. */
export const systemQueueLike = (name: string): string | undefined => {
  const upper = name.toUpperCase();
  if (systemQueues.includes(name)) return undefined;
  return systemQueues.find((one) => one === upper || isSlip(upper, one));
};

/** Those that attributes of other objects name. (The list is from memory of IBM's "System and default objects".) */
const systemQueues: readonly string[] = [
  'SYSTEM.DEAD.LETTER.QUEUE',
  'SYSTEM.CHANNEL.INITQ',
  'SYSTEM.DEFAULT.INITIATION.QUEUE',
  'SYSTEM.CICS.INITIATION.QUEUE',
  'SYSTEM.CLUSTER.TRANSMIT.QUEUE',
  'SYSTEM.QSG.TRANSMIT.QUEUE',
  'SYSTEM.ADMIN.COMMAND.QUEUE',
  'SYSTEM.COMMAND.INPUT',
];
