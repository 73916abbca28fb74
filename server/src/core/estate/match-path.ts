import { decoded } from '#core/text/decoded.ts';
import type { SourceId } from '#core/text/span.ts';
import { matchGlob } from './match-glob.ts';

/**
 * Whether a source lies where a glob points. The glob is relative to the folder of `base` (an estate file): `*` and `?`
 * stay within one folder, `**` crosses folders, `{a,b}` chooses, `../` climbs. Sources are paths or URIs of one kind.
 */
export const matchPath = (glob: string, base: SourceId, source: SourceId): boolean => {
  const folder = normalise(base).split('/').slice(0, -1);
  const steps = glob.replaceAll('\\', '/').split('/');
  while (steps[0] === '.' || steps[0] === '..') if (steps.shift() === '..') folder.pop();
  const prefix = folder.length === 0 ? '' : `${folder.join('/')}/`;
  const path = normalise(source);
  return path.startsWith(prefix) && matchGlob(steps.join('/'), path.slice(prefix.length));
};

/** The folders and the file name of a source, percent-encoding undone. */
export const stepsOf = (source: SourceId): readonly string[] =>
  normalise(source)
    .split('/')
    .filter((step) => step !== '');

/** The folder with its slash, and the whole, with percent-encoding undone. */
export const folderAndPath = (source: SourceId): { readonly folder: string; readonly path: string } => {
  const path = normalise(source);
  return { folder: path.slice(0, path.lastIndexOf('/') + 1), path };
};

const normalise = (source: SourceId): string => decoded(source.replaceAll('\\', '/'));
