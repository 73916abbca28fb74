import type { Estate, NameSpace, QueueManager } from '#core/model/model.ts';
import { isOfGroup } from '#core/model/sharing-groups.ts';
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

interface Named {
  readonly queueManager: QueueManager;
  readonly space: NameSpace;
  readonly name: string;
}

/** Whether the files of another member define the object for all of its queue-sharing group. */
export const isDefinedForGroup = ({ queueManager, space, name }: Named, estate: Estate): boolean =>
  queueManager.sharingGroup !== undefined &&
  [...estate.queueManagers.values()].some((other) => {
    if (other.sharingGroup !== queueManager.sharingGroup || other.name === queueManager.name) return false;
    const object = other.objects.get(space, name);
    return object?.isDefined === true && object.sharedFrom === undefined && isOfGroup(object);
  });

/** Whether another member of its queue-sharing group has the object from a command that CMDSCOPE may send to this one. */
export const isSentFromElsewhere = ({ queueManager: { sharingGroup }, space, name }: Named, estate: Estate): boolean =>
  sharingGroup !== undefined &&
  [...estate.queueManagers.values()].some(
    (other) =>
      other.sharingGroup === sharingGroup &&
      other.objects.get(space, name)?.definedBy.command.body.parameters.some(({ keyword }) => keyword === 'CMDSCOPE'),
  );
