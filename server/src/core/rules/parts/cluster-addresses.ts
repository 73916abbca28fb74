import { effective } from '#core/model/effective.ts';
import type { Cluster, MqObject } from '#core/model/model.ts';

/** The address of a cluster receiver, in one spelling; undefined when it is blank, open, or made up by the queue manager itself. */
export const addressOf = (receiver: MqObject): string | undefined => {
  const value = effective(receiver, 'CONNAME');
  if (!value || value.isOpen || value.value.trim() === '') return undefined;
  return value.value
    .split(',')
    .map((one) => withPort(one.replaceAll(/\s/g, '').toLowerCase()))
    .sort()
    .join(',');
};

/** The cluster receivers that give the same address, on several queue managers. */
export const sharedAddressesOf = (cluster: Cluster): readonly (readonly MqObject[])[] => {
  const receivers = cluster.members.flatMap((member) => member.receivers);
  return [...Map.groupBy(receivers, addressOf)]
    .filter(([address, here]) => address !== undefined && new Set(here.map((one) => one.queueManager)).size > 1)
    .map(([, here]) => here);
};

const withPort = (address: string): string => (address.endsWith(')') ? address : `${address}(1414)`);
