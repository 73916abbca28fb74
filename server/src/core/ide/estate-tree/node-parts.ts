import type { Estate } from '#core/model/model.ts';
import type { Finding } from '#core/rules/rule.ts';
import type { SourceId } from '#core/text/span.ts';
import type { EstateNode } from './estate-node.ts';
import { nothing } from './tallies.ts';

/** An estate as the tree takes it. */
export interface TreeRoot {
  /** The estate file, or `''` for what no estate file governs. */
  readonly key: string;
  readonly estate: Estate;
  readonly findings: ReadonlyMap<SourceId, readonly Finding[]>;
}

export const folder = (
  root: TreeRoot,
  path: readonly string[],
  label: string,
  type: string,
  size: number,
): EstateNode => ({
  ...bare,
  id: idOf(root, path),
  kind: 'folder',
  label,
  description: String(size),
  tooltip: label,
  type,
  hasChildren: true,
});

/** What most nodes leave out. */
export const bare = {
  description: '',
  type: '',
  at: undefined,
  hasChildren: false,
  findings: nothing,
  queueManager: undefined,
  clone: undefined,
};

export const idOf = (root: TreeRoot, path: readonly string[]): string =>
  [segmentOf(root), ...path].map(encodeURIComponent).join('/');

/** Never empty: an editor takes an empty id for none. */
export const segmentOf = ({ key }: TreeRoot): string => `estate ${key}`;

export const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compare(a.name, b.name);
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
