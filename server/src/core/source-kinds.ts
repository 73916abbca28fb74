import type { SourceId } from './text/span.ts';

/** What a source is, by its name alone: it is read by another reader in each case. */
export type SourceKind = 'estate-file' | 'scenario' | 'mqsc';

export function sourceKind(source: SourceId): SourceKind {
  const name = source.slice(source.lastIndexOf('/') + 1).toLowerCase();
  if (name === 'mqsc.yaml') return 'estate-file';
  return name.endsWith('.mqsim.yaml') ? 'scenario' : 'mqsc';
}

/** Everything up to the last slash, the slash included; `''` for a bare name. Windows paths come with slashes. */
export const folderOf = (source: SourceId): string => source.slice(0, source.lastIndexOf('/') + 1);

/** The estate file that governs a source: the nearest one in its folder or above; undefined when there is none. */
export function nearestEstateFile(source: SourceId, estateFiles: Iterable<SourceId>): SourceId | undefined {
  let nearest: SourceId | undefined;
  for (const candidate of estateFiles)
    if (source.startsWith(folderOf(candidate)) && (nearest === undefined || candidate.length > nearest.length))
      nearest = candidate;
  return nearest;
}

/** A path as a source writes it (`./mqsc.yaml`, `../mqsc.yaml`), from the source's own folder. */
export function resolvePath(source: SourceId, path: string): SourceId {
  const parts = folderOf(source).split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
