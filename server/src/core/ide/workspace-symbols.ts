import type { Estate, NameSpace } from '#core/model/model.ts';
import type { WorkspaceSymbol } from './answers.ts';

/** The most answers: nobody reads further, they type on. */
const most = 300;

/**
 * Objects, queue managers and clusters whose name has the characters of the query in their order, the closest first. A
 * blank query finds all; MQ's own objects come last.
 */
export function workspaceSymbols(query: string, estates: Iterable<Estate>): readonly WorkspaceSymbol[] {
  const wanted = query.replaceAll(/\s/g, '').toUpperCase();
  const found: { readonly symbol: WorkspaceSymbol; readonly distance: number }[] = [];
  for (const symbol of allSymbols(estates)) {
    const distance = distanceOf(symbol.name.toUpperCase(), wanted);
    if (distance !== undefined) found.push({ symbol, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance || compare(a.symbol.name, b.symbol.name))
    .slice(0, most)
    .map(({ symbol }) => symbol);
}

function* allSymbols(estates: Iterable<Estate>): Iterable<WorkspaceSymbol> {
  for (const { queueManagers, clusters } of estates) {
    for (const { name, sources, reason, objects } of queueManagers.values()) {
      const [source] = sources;
      if (source !== undefined)
        yield { name, kind: 'section', container: reason, at: { source, span: { start: 0, end: 0 } } };
      for (const space of spaces)
        for (const object of objects.all(space)) {
          const { type, channelType, nameAt } = object;
          yield { name: object.name, kind: type, container: `${channelType ?? type} on ${name}`, at: nameAt };
        }
    }
    for (const { name, members } of clusters.values()) {
      const [at] = members.flatMap(({ receivers }) => receivers.map(({ nameAt }) => nameAt));
      if (at) yield { name, kind: 'CLUSTER', container: `cluster of ${members.length}`, at };
    }
  }
}

/** Lower is closer: the name itself, then its beginning, then a part of it, then characters apart. */
function distanceOf(name: string, wanted: string): number | undefined {
  const own = name.startsWith('SYSTEM.') ? 0.5 : 0;
  if (wanted === '') return own;
  if (name === wanted) return own;
  const at = name.indexOf(wanted);
  if (at === 0) return 1 + own;
  if (at > 0) return (/[./_%]/.test(name[at - 1] ?? '') ? 2 : 3) + own;
  let gaps = 0;
  let next = 0;
  for (const character of wanted) {
    const here = name.indexOf(character, next);
    if (here < 0) return undefined;
    gaps += here - next;
    next = here + 1;
  }
  return 4 + gaps + own;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Records of authority and channel authentication have no name of their own. */
const spaces: readonly NameSpace[] = [
  ...(['queue', 'channel', 'client-channel', 'namelist', 'process', 'topic', 'subscription', 'authinfo'] as const),
  ...(['comminfo', 'listener', 'service', 'cfstruct', 'stgclass'] as const),
];
