/** Numbers that leave in the order they came: a ring that grows. */
export interface Fifo {
  /** A power of two of them. */
  items: number[];
  first: number;
  length: number;
}

export const makeFifo = (): Fifo => ({ items: [], first: 0, length: 0 });

export function pushLast(fifo: Fifo, item: number): void {
  if (fifo.length === fifo.items.length) grow(fifo);
  fifo.items[(fifo.first + fifo.length) & (fifo.items.length - 1)] = item;
  fifo.length++;
}

/** 0 when there is none. */
export const peekFirst = ({ items, first, length }: Fifo): number => (length === 0 ? 0 : (items[first] ?? 0));

/** 0 when there is none. */
export function shiftFirst(fifo: Fifo): number {
  if (fifo.length === 0) return 0;
  const item = fifo.items[fifo.first] ?? 0;
  fifo.first = (fifo.first + 1) & (fifo.items.length - 1);
  fifo.length--;
  return item;
}

export function clearFifo(fifo: Fifo): void {
  fifo.items.length = 0;
  fifo.first = 0;
  fifo.length = 0;
}

export const itemsOf = ({ items, first, length }: Fifo): readonly number[] =>
  Array.from({ length }, (_, i) => items[(first + i) & (items.length - 1)] ?? 0);

function grow(fifo: Fifo): void {
  const items = [...itemsOf(fifo)];
  while (items.length < Math.max(4, 2 * fifo.length)) items.push(0);
  fifo.items = items;
  fifo.first = 0;
}
