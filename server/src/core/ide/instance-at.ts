import type { SourceId } from '#core/text/span.ts';
import { type NameScope, nameAt } from './names/name-scope.ts';
import { homesOf, queueManagerOfHome } from './names/same-thing.ts';

/** The one instance of a cluster queue whose own command the offset is in; undefined when the queue has no other. */
export function instanceAt(
  scope: NameScope,
  source: SourceId,
  offset: number,
): { readonly queue: string; readonly queueManager: string } | undefined {
  const use = nameAt(scope, source, offset);
  if (!use?.isOwnName) return undefined;
  const [home, another] = homesOf(use, scope.estate);
  if (home === undefined || another !== undefined) return undefined;
  const at = queueManagerOfHome(home);
  const hasOthers = [...scope.estate.clusters.values()].some((cluster) => {
    const instances = cluster.cloneGroups.get(use.name)?.instances ?? [];
    return instances.length > 1 && instances.some(({ queueManager }) => queueManager.name.toUpperCase() === at);
  });
  const queueManager = scope.estate.queueManagers.get(at)?.name;
  return hasOthers && queueManager !== undefined ? { queue: use.name, queueManager } : undefined;
}
