/** Moves the focus from cell to cell as the arrow keys, Home, End and with Ctrl ask; rows of other kinds are passed over. */
export function moveBy(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  if (table === null || cell === null || event.altKey || event.metaKey) return;
  const rows = [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')]);
  const grid = rows.filter((cells) => cells.length > 0);
  const y = grid.findIndex((cells) => cells.includes(cell));
  const x = grid[y]?.indexOf(cell) ?? 0;
  const target = targetOf(event, { x, y }, { width: grid[y]?.length ?? 0, height: grid.length });
  if (target === undefined) return;
  event.preventDefault();
  const next = grid[target.y]?.[target.x];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function targetOf(
  { key, ctrlKey }: KeyboardEvent,
  { x, y }: Place,
  { width, height }: { readonly width: number; readonly height: number },
): Place | undefined {
  const within = (place: Place): Place => ({
    x: Math.max(0, Math.min(width - 1, place.x)),
    y: Math.max(0, Math.min(height - 1, place.y)),
  });
  switch (key) {
    case 'ArrowLeft':
      return within({ x: x - 1, y });
    case 'ArrowRight':
      return within({ x: x + 1, y });
    case 'ArrowUp':
      return within({ x, y: y - 1 });
    case 'ArrowDown':
      return within({ x, y: y + 1 });
    case 'Home':
      return within({ x: 0, y: ctrlKey ? 0 : y });
    case 'End':
      return within({ x: width - 1, y: ctrlKey ? height - 1 : y });
    case 'PageUp':
      return within({ x, y: y - PAGE });
    case 'PageDown':
      return within({ x, y: y + PAGE });
    default:
      return undefined;
  }
}

/** Rows that PageUp and PageDown pass. */
const PAGE = 10;
