import { harms } from './harms.ts';
import type { CaseOrder, Cell, Counts, Piece, Row } from './types.ts';

/** Adds pieces up. The same whatever the pieces were cut into, and in whatever order they come. */
export function joinPieces<S, P>(pieces: readonly Piece<S, P>[]): Piece<S, P> {
  const rows = new Map<string, Row<S, P>>();
  for (const piece of pieces)
    for (const row of piece.rows) {
      const key = `${row.order.join(' ')} ${row.lasting}`;
      const known = rows.get(key);
      rows.set(key, known === undefined ? row : joinRows(known, row));
    }
  return {
    counts: pieces.reduce(
      (sum: Counts, { counts }) => ({
        moments: sum.moments + counts.moments,
        tried: sum.tried + counts.tried,
        pairs: sum.pairs + counts.pairs,
      }),
      { moments: 0, tried: 0, pairs: 0 },
    ),
    rows: [...rows.values()].sort(inOrder),
  };
}

/** Single failures first, then pairs; each as the failures are listed, for a while before for good. */
function inOrder(one: Pick<Row, 'order' | 'lasting'>, other: Pick<Row, 'order' | 'lasting'>): number {
  if (one.order.length !== other.order.length) return one.order.length - other.order.length;
  for (const [index, place] of one.order.entries()) {
    const difference = place - (other.order[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.lasting === other.lasting ? 0 : one.lasting === 'a-while' ? -1 : 1;
}

function joinRows<S, P>(one: Row<S, P>, other: Row<S, P>): Row<S, P> {
  const cells = new Map<string, Cell<S, P>>();
  for (const cell of [...one.cells, ...other.cells]) {
    const known = cells.get(cell.harm);
    cells.set(cell.harm, known === undefined ? cell : joinCells(known, cell));
  }
  return {
    ...one,
    cases: one.cases + other.cases,
    recoveryUs: Math.max(one.recoveryUs, other.recoveryUs),
    cells: harms.flatMap(({ name }) => {
      const cell = cells.get(name);
      return cell === undefined ? [] : [cell];
    }),
  };
}

/** The one that shows it first keeps its scenario. */
function joinCells<S, P>(one: Cell<S, P>, other: Cell<S, P>): Cell<S, P> {
  const first = isBefore(other.first.order, one.first.order) ? other : one;
  return {
    ...first,
    most: Math.max(one.most, other.most),
    cases: one.cases + other.cases,
    rules: [...new Set([...one.rules, ...other.rules])].sort(),
  };
}

const isBefore = (one: CaseOrder, other: CaseOrder): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
