import type { World } from './world.ts';

/**
 * The world as it is now, to go on from later. Everything that may change is copied, however it hangs together; what never
 * changes (the plan, and definitions that were read from it) is shared. So a world must be plain data, without functions:
 * what a run writes to is handed to the copy anew.
 */
export function copyWorld(world: World, writesTo: Pick<World, 'record' | 'decisions'>): World {
  const { record, decisions, ...rest } = world;
  const copies: Copies = { known: new Map(), unfilled: [] };
  shareAll(world.plan, copies.known);
  const copy = copyOf(rest, copies) as Omit<World, 'record' | 'decisions'>;
  // One after the other, not one in the other: a cluster is one large net of things that know each other.
  for (let next = copies.unfilled.pop(); next !== undefined; next = copies.unfilled.pop()) fill(next, copies);
  return { ...copy, ...writesTo };
}

interface Copies {
  readonly known: Map<object, object>;
  readonly unfilled: { readonly from: object; readonly to: object }[];
}

/** What was read from definitions carries where they stand; nothing in it changes. */
const isShared = (value: object): boolean => 'attributes' in value || 'definedAt' in value;

function copyOf(value: unknown, copies: Copies): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.known.get(value);
  if (known !== undefined) return known;
  if (isShared(value)) return value;
  const copy = ArrayBuffer.isView(value) ? copyOfNumbers(value as Uint8Array, copies) : emptyLike(value);
  copies.known.set(value, copy);
  if (!ArrayBuffer.isView(value)) copies.unfilled.push({ from: value, to: copy });
  return copy;
}

/** Numbers that share their memory with others do so in the copy too. */
function copyOfNumbers(numbers: Uint8Array, { known }: Copies): object {
  const memory = known.get(numbers.buffer) ?? numbers.buffer.slice(0);
  known.set(numbers.buffer, memory);
  const Kind = numbers.constructor as Uint8ArrayConstructor;
  return new Kind(memory as ArrayBuffer, numbers.byteOffset, numbers.length);
}

function emptyLike(value: object): object {
  if (Array.isArray(value)) return [];
  if (value instanceof Map) return new Map();
  return value instanceof Set ? new Set() : {};
}

function fill({ from, to }: Copies['unfilled'][number], copies: Copies): void {
  if (from instanceof Map && to instanceof Map) {
    for (const [key, each] of from) to.set(copyOf(key, copies), copyOf(each, copies));
  } else if (from instanceof Set && to instanceof Set) {
    for (const each of from) to.add(copyOf(each, copies));
  } else if (Array.isArray(from) && Array.isArray(to)) {
    to.length = from.length;
    // Arrays by number may have holes.
    from.forEach((each, at) => {
      to[at] = copyOf(each, copies);
    });
  } else Object.assign(to, Object.fromEntries(Object.entries(from).map(([key, each]) => [key, copyOf(each, copies)])));
}

function shareAll(value: unknown, known: Map<object, object>): void {
  if (typeof value !== 'object' || value === null || known.has(value)) return;
  known.set(value, value);
  for (const each of Object.values(value)) shareAll(each, known);
}
