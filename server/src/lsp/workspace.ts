import type { Service } from '#core/service-types.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Texts } from './texts.ts';
import { isOfInterest, mayHoldMqsc, type WorkspaceFiles } from './workspace-files.ts';

/** Keeps the service's sources equal to the files of the workspace, except those that the editor has open. */
export interface Workspace {
  /** Reads every file below the folders; tells how many of how many it has read. */
  add(folders: readonly string[], report: (done: number, total: number) => void): Promise<void>;
  /** Forgets the files below the folders. */
  remove(folders: readonly string[]): void;
  /** Takes over what is on disk at these places, and below those that are folders: new text, or that there is nothing (more). */
  refresh(uris: readonly string[]): Promise<'changed' | 'as before'>;
}

/** `filesOf` says who reads a URI. */
export function workspace(service: Service, texts: Texts, filesOf: (uri: string) => WorkspaceFiles): Workspace {
  const folders = new Set<string>();
  const isInside = (source: string) => [...folders].some((folder) => source.startsWith(`${folder}/`));

  async function refreshOne(uri: string): Promise<'changed' | 'as before'> {
    const source = canonicalUri(uri);
    const text = isInside(source) ? await filesOf(uri).read(uri) : undefined;
    const wanted = text !== undefined && isOfInterest(uri, text) ? text : undefined;
    if (texts.isOpen(source) || service.text(source) === wanted) return 'as before';
    if (wanted === undefined) service.close(source);
    else service.open(source, wanted);
    return 'changed';
  }

  /** A folder that goes or comes may be told of without what is in it: it was there before anybody watched it. */
  const withContents = async (uri: string): Promise<readonly string[]> => {
    if (mayHoldMqsc(uri)) return [uri];
    const folder = `${canonicalUri(uri).replace(/\/$/, '')}/`;
    const held = service.sources().filter((source) => source.startsWith(folder));
    return isInside(folder) && !isLeftOut(folder) ? [...held, ...(await filesOf(uri).find(uri))] : held;
  };

  return {
    async add(added, report) {
      for (const folder of added) folders.add(canonicalUri(folder).replace(/\/$/, ''));
      const found = await Promise.all(added.map((folder) => filesOf(folder).find(folder)));
      const files = found.flat();
      let done = 0;
      await Promise.all(files.map((file) => refreshOne(file).then(() => report(++done, files.length))));
    },
    remove(removed) {
      for (const folder of removed) folders.delete(canonicalUri(folder).replace(/\/$/, ''));
      for (const source of [...service.sources()])
        if (!isInside(source) && !texts.isOpen(source)) service.close(source);
    },
    async refresh(uris) {
      const changed = (await Promise.all(uris.map(withContents))).flat();
      const outcomes = await Promise.all([...new Set(changed)].map(refreshOne));
      return outcomes.includes('changed') ? 'changed' : 'as before';
    },
  };
}

/** Not looked through when the workspace is read either. */
const isLeftOut = (folder: string): boolean => /\/(?:\.[^/]*|node_modules)\//.test(folder);
