/** Numbers that leave in the order they came, without moving the others up each time. */
export interface Fifo {
  items: number[];
  /** Where the first one stands. */
  head: number;
}

export const makeFifo = (): Fifo => ({ items: [], head: 0 });

export const fifoLength = ({ items, head }: Fifo): number => items.length - head;

export function pushLast(fifo: Fifo, item: number): void {
  fifo.items.push(item);
}

/** 0 when there is none. */
export const peekFirst = ({ items, head }: Fifo): number => items[head] ?? 0;

/** 0 when there is none. */
export function shiftFirst(fifo: Fifo): number {
  const first = fifo.items[fifo.head];
  if (first === undefined) return 0;
  fifo.head++;
  if (fifo.head === fifo.items.length) clearFifo(fifo);
  else if (fifo.head > 512 && fifo.head * 2 > fifo.items.length) {
    fifo.items = fifo.items.slice(fifo.head);
    fifo.head = 0;
  }
  return first;
}

export function clearFifo(fifo: Fifo): void {
  fifo.items.length = 0;
  fifo.head = 0;
}

export const itemsOf = ({ items, head }: Fifo): readonly number[] => (head === 0 ? items : items.slice(head));
