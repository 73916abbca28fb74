import { type FileAssigned, firstEstateFile, pathFrom } from './estate/assign-file.ts';
import { inferredFiles } from './inferred-files.ts';
import type { Estate } from './model/model.ts';
import type { SourceId } from './text/span.ts';

/** Assigns a file where no estate file governs it: a new one, which also lists the other files below its folder as they are inferred. */
export function assignInNewEstateFile(
  estate: Estate,
  { estateFile, file, queueManager }: { estateFile: SourceId; file: SourceId; queueManager: string },
): FileAssigned {
  const own = pathFrom(estateFile, file);
  if (own === undefined)
    return { kind: 'refused', reason: 'The file does not lie below the folder of the estate file.' };
  const files = new Map<string, readonly string[]>();
  for (const [name, paths] of inferredFiles(estate, estateFile)) {
    const others = paths.filter((path) => path !== own);
    if (others.length > 0) files.set(name, others);
  }
  const name = estate.queueManagers.get(queueManager.toUpperCase())?.name ?? queueManager;
  files.set(name, [...(files.get(name) ?? []), own]);
  const edit = { source: estateFile, span: { start: 0, end: 0 }, newText: firstEstateFile(files) };
  return { kind: 'edits', edits: [edit], staysWith: [] };
}
