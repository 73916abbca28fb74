import type { Cluster, MqObject } from '#core/model/model.ts';

/** The cluster receiver that a cluster sender leads to: the only one of its name in these clusters that another queue manager defines. */
export function receiverOf(
  { name, queueManager: from }: Pick<MqObject, 'name' | 'queueManager'>,
  clusters: Iterable<Cluster>,
): MqObject | undefined {
  const found = new Set<MqObject>();
  for (const { receivers, members } of clusters)
    if (receivers.names.has(name))
      for (const member of members)
        for (const one of member.receivers) if (one.name === name && one.queueManager !== from) found.add(one);
  const [receiver, another] = found;
  return another === undefined && receiver?.isDefined ? receiver : undefined;
}
