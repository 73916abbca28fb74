import { appendCommand } from '#core/model/append-command.ts';
import { clusterChannelTexts } from '#core/model/cluster-channel-texts.ts';
import type { Cluster, ClusterMember, Estate, QueueManager } from '#core/model/model.ts';
import type { Fix } from '../rule.ts';

/** Defines the cluster sender that a queue manager lacks to another member, behind its last command. */
export const defineSender = (
  estate: Estate,
  queueManager: QueueManager,
  { receivers: [partner], queueManager: there }: ClusterMember,
  cluster: Cluster,
): readonly Fix[] => {
  const texts = partner && clusterChannelTexts(partner, 'CLUSSDR', cluster.name);
  const edit = texts && appendCommand(estate, queueManager, texts);
  return edit ? [{ title: `Define the CLUSSDR ${partner.name} to ${there.name}`, edits: [edit] }] : [];
};
