import type { CloneGroup, Estate } from '#core/model/model.ts';
import { ownersAt } from '#core/model/owner-at.ts';
import type { Command, Document } from '#core/syntax/tree.ts';

/** The clone groups of which the command makes an instance; one that several queue managers run is shown once a cluster. */
export function groupsDefinedBy(command: Command, document: Document, estate: Estate): readonly CloneGroup[] {
  const { verbName, objectName, object } = command.body;
  const name = object?.value?.items[0]?.text.trimEnd();
  if (verbName !== 'DEFINE' || !name || !/^Q(LOCAL|ALIAS|REMOTE)$/.test(objectName ?? '')) return [];
  const owners = ownersAt(estate, document.source, command.start);
  return [...estate.clusters.values()].flatMap((cluster) => {
    const group = cluster.cloneGroups.get(name);
    const isHere = group?.instances.some(
      ({ queueManager, object: made }) => owners.includes(queueManager) && made.definedBy.command === command,
    );
    return group && isHere ? [group] : [];
  });
}
