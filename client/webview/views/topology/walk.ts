export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest thing in a direction, where being off to the side counts double. */
export function neighbour<T extends { readonly x: number; readonly y: number }>(
  all: readonly T[],
  from: T,
  direction: Direction,
): T | undefined {
  let best: { readonly one: T; readonly cost: number } | undefined;
  for (const one of all) {
    const dx = one.x - from.x;
    const dy = one.y - from.y;
    const [ahead, aside] = { left: [-dx, dy], right: [dx, dy], up: [-dy, dx], down: [dy, dx] }[direction];
    if (ahead === undefined || aside === undefined || ahead <= 1) continue;
    const cost = ahead + 2 * Math.abs(aside);
    if (best === undefined || cost < best.cost) best = { one, cost };
  }
  return best?.one;
}

export function directionOf(key: string): Direction | undefined {
  switch (key) {
    case 'ArrowLeft':
      return 'left';
    case 'ArrowRight':
      return 'right';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    default:
      return undefined;
  }
}
