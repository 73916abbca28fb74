import { type FileAssigned, firstEstateFile, pathFrom } from './estate/assign-file.ts';
import type { Estate } from './model/model.ts';
import type { SourceId } from './text/span.ts';

/**
 * Assigns a file where no estate file governs it: a new one, which also lists the other files below its folder that belong to one
 * queue manager as a whole, as they are inferred. What has parts for several stays unlisted, so that its own words decide.
 */
export function assignInNewEstateFile(
  estate: Estate,
  { estateFile, file, queueManager }: { estateFile: SourceId; file: SourceId; queueManager: string },
): FileAssigned {
  const own = pathFrom(estateFile, file);
  if (own === undefined)
    return { kind: 'refused', reason: 'The file does not lie below the folder of the estate file.' };
  const files = new Map<string, string[]>();
  const list = (name: string, path: string) => files.set(name, [...(files.get(name) ?? []), path]);
  for (const [source, assignments] of estate.assignments) {
    const path = pathFrom(estateFile, source);
    if (path === undefined || source === file) continue;
    const owners = new Set(assignments.map(({ queueManagers }) => queueManagers.join(' ')));
    const [only, another] = assignments[0]?.queueManagers ?? [];
    if (owners.size !== 1 || only === undefined || another !== undefined) continue;
    list(estate.queueManagers.get(only)?.name ?? only, path);
  }
  list(estate.queueManagers.get(queueManager.toUpperCase())?.name ?? queueManager, own);
  const edit = { source: estateFile, span: { start: 0, end: 0 }, newText: firstEstateFile(files) };
  return { kind: 'edits', edits: [edit], staysWith: [] };
}
