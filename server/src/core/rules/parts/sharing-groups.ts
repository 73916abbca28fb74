import type { Estate, QueueManager } from '#core/model/model.ts';
import type { Declared } from '../rule.ts';

/** The queue-sharing group that the queue manager is declared to be in. */
export const sharingGroupOf = (queueManager: string, { queueSharingGroups }: Declared): string | undefined => {
  for (const [group, members] of queueSharingGroups)
    if (members.some((member) => member.toUpperCase() === queueManager.toUpperCase())) return group;
  return undefined;
};

/** The members of each declared queue-sharing group that the files know. */
export const sharingGroupsOf = (
  estate: Estate,
): readonly { readonly name: string; readonly members: readonly QueueManager[] }[] =>
  [...estate.queueSharingGroups].map(([name, members]) => ({
    name,
    members: members.flatMap((member) => estate.queueManagers.get(member.toUpperCase()) ?? []),
  }));
