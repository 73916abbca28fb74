import { pathFrom } from './estate/assign-file.ts';
import type { Estate } from './model/model.ts';
import type { SourceId } from './text/span.ts';

/**
 * The files below the folder of an estate file that belong to one queue manager as a whole, as it is inferred; by the queue manager's name. What has
 * parts for several is left out, so that its own words decide.
 */
export function inferredFiles(estate: Estate, estateFile: SourceId): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const [source, assignments] of estate.assignments) {
    const path = pathFrom(estateFile, source);
    if (path === undefined) continue;
    const owners = new Set(assignments.map(({ queueManagers }) => queueManagers.join(' ')));
    const [only, another] = assignments[0]?.queueManagers ?? [];
    if (owners.size !== 1 || only === undefined || another !== undefined) continue;
    const name = estate.queueManagers.get(only)?.name ?? only;
    files.set(name, [...(files.get(name) ?? []), path]);
  }
  return files;
}
