import type { EstateFile } from '#core/estate/estate-file.ts';
import { matchPath } from '#core/estate/match-path.ts';
import type { Document } from '#core/syntax/tree.ts';
import { isSameList } from '#core/text/same-list.ts';
import type { SourceId } from '#core/text/span.ts';

/** A queue manager that runs a source. */
export interface ListedOwner {
  readonly name: string;
  readonly reason: string;
  /** Files that the estate file lists come in its order, all others after them. */
  readonly rank: number;
}

export type Listed = ReadonlyMap<SourceId, readonly ListedOwner[]>;

export const unlisted = Number.MAX_SAFE_INTEGER;

/** Which queue managers the estate file names for each source. The same object for the same file and the same sources. */
export function listOwners(documents: readonly Document[], estateFile: EstateFile | undefined): Listed {
  if (!estateFile) return none;
  const sources = documents.map(({ source }) => source);
  const known = lists.get(estateFile);
  if (known && isSameList(known.sources, sources)) return known.listed;
  const listed = matchAll(sources, estateFile);
  lists.set(estateFile, { sources, listed });
  return listed;
}

const none: Listed = new Map();
const lists = new WeakMap<EstateFile, { readonly sources: readonly SourceId[]; readonly listed: Listed }>();

function matchAll(sources: readonly SourceId[], estateFile: EstateFile): Listed {
  const listed = new Map<SourceId, ListedOwner[]>();
  const claim = (name: string, globs: readonly string[], reason: string, firstRank: number) => {
    globs.forEach((glob, index) => {
      for (const source of sources) {
        if (!matchPath(glob, estateFile.source, source)) continue;
        const owners = listed.get(source) ?? [];
        if (!owners.some((owner) => owner.name === name)) owners.push({ name, reason, rank: firstRank + index });
        listed.set(source, owners);
      }
    });
  };
  for (const cluster of estateFile.uniformClusters)
    for (const member of cluster.members) claim(member, cluster.files, `mqsc.yaml, uniform cluster ${cluster.name}`, 0);
  for (const entry of estateFile.queueManagers) claim(entry.name, entry.files, 'mqsc.yaml', 1000);
  return listed;
}
