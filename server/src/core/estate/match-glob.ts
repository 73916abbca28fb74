/**
 * Whether a glob covers a whole path, in time that grows with glob times path however many stars there are: `*` and `?`
 * stay within one folder, `**` crosses folders, `{a,b}` chooses.
 */
export function matchGlob(glob: string, path: string): boolean {
  let at = new Uint8Array(path.length + 1);
  at[0] = 1;
  for (const part of partsOf(glob)) {
    at = advance(part, at, path);
    if (!at.includes(1)) return false;
  }
  return at[path.length] === 1;
}

/** Where in the path the glob may have got to so far: 1 at each such offset. */
type Reached = Uint8Array<ArrayBuffer>;

const partsOf = (glob: string): readonly string[] => glob.match(globPart) ?? [];

const globPart = /\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]|\{/gu;

function advance(part: string, from: Reached, path: string): Reached {
  if (part === '**/') return spread(from, (offset) => path[offset - 1] === '/');
  if (part === '**') return spread(from, () => true);
  if (part === '*') return withinFolder(from, path);
  if (part.length > 1 && part.startsWith('{')) return choose(part, from, path);
  const to = new Uint8Array(from.length);
  for (let offset = 0; offset < path.length; offset++) {
    if (from[offset] !== 1) continue;
    if (part === '?' ? path[offset] !== '/' : path.startsWith(part, offset)) to[offset + part.length] = 1;
  }
  return to;
}

/** Everything behind the first place that is reached, where `isEnd` holds, and the places themselves. */
function spread(from: Reached, isEnd: (offset: number) => boolean): Reached {
  const to = from.slice();
  for (let offset = from.indexOf(1) + 1; offset < to.length; offset++) if (isEnd(offset)) to[offset] = 1;
  return to;
}

function withinFolder(from: Reached, path: string): Reached {
  const to = from.slice();
  for (let offset = 1; offset < to.length; offset++)
    if (to[offset - 1] === 1 && path[offset - 1] !== '/') to[offset] = 1;
  return to;
}

function choose(part: string, from: Reached, path: string): Reached {
  const to = new Uint8Array(from.length);
  for (const choice of part.slice(1, -1).split(',')) {
    const end = partsOf(choice).reduce((reached, one) => advance(one, reached, path), from);
    for (const [offset, mark] of end.entries()) if (mark === 1) to[offset] = 1;
  }
  return to;
}
