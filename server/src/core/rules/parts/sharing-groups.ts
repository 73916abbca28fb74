import type { Estate, QueueManager } from '#core/model/model.ts';

/** The queue-sharing group that the queue manager is declared to be in. */
export const sharingGroupOf = (queueManager: string, estate: Estate): string | undefined => {
  for (const [group, members] of estate.queueSharingGroups)
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
