import type { Campaign } from './open-campaign.ts';
import { joinPieces } from './rows.ts';
import type { Cell, Piece, Report, Row, Shown } from './types.ts';

/** The cells of a report whose smallest scenario is still to be made. */
export const unshownCells = <S, P>(report: Pick<Report<S, P>, 'rows'>): readonly Cell<S, P>[] =>
  report.rows.flatMap((row) =>
    row.cells.filter(
      (cell) => cell.severity !== 'note' && cell.shown === undefined && twinOf(report.rows, row, cell) === undefined,
    ),
  );

/** The same failure, repaired, does the same harm: one scenario is enough for both. */
function twinOf<S, P>(
  rows: readonly Row<S, P>[],
  row: Pick<Row, 'order' | 'lasting'>,
  { harm }: Pick<Cell, 'harm'>,
): Cell<S, P> | undefined {
  if (row.lasting === 'a-while') return undefined;
  const key = row.order.join(' ');
  return rows
    .find(({ order, lasting }) => lasting === 'a-while' && order.join(' ') === key)
    ?.cells.find((cell) => cell.harm === harm && cell.severity !== 'note');
}

/** The smallest scenario of a cell: its own, or its twin's. */
export const shownOf = <S, P>(
  { rows }: Pick<Report<S, P>, 'rows'>,
  row: Row<S, P>,
  cell: Cell<S, P>,
): Shown<S, P> | undefined => cell.shown ?? (cell.severity === 'note' ? undefined : twinOf(rows, row, cell)?.shown);

/** Pieces that knew less may have shown what has a twin by now. */
const withoutTwins = <S, P>(rows: readonly Row<S, P>[]): readonly Row<S, P>[] =>
  rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      if (cell.shown === undefined || twinOf(rows, row, cell) === undefined) return cell;
      const { shown: _, ...bare } = cell;
      return bare;
    }),
  }));

/** The report with pieces added to it; `done` counts units. */
export function addPieces<S, P>(report: Report<S, P>, pieces: readonly Piece<S, P>[]): Report<S, P> {
  const { counts, rows } = joinPieces([report, ...pieces]);
  return { ...report, counts, rows: withoutTwins(rows), done: report.done + pieces.length };
}

/** The report with the smallest scenarios in it, by the id of the case and the harm that each shows. */
export function addShown<S, P>(report: Report<S, P>, shown: ReadonlyMap<string, Shown<S, P>>): Report<S, P> {
  const fill = (cell: Cell<S, P>): Cell<S, P> => {
    const found = cell.shown ?? shown.get(cellKey(cell));
    return found === undefined ? cell : { ...cell, shown: found };
  };
  return { ...report, rows: report.rows.map((row): Row<S, P> => ({ ...row, cells: row.cells.map(fill) })) };
}

export const cellKey = ({ harm, first }: Pick<Cell, 'harm' | 'first'>): string => `${harm} ${first.id}`;

/** Shard `index` of `of` takes every so-manieth unit; `index` starts at 1. */
export const unitsOfShard = (units: number, { index, of }: { readonly index: number; readonly of: number }) =>
  Array.from({ length: units }, (_, unit) => unit).filter((unit) => unit % of === index - 1);

/** A whole campaign at once, in this thread. */
export function runCampaign(campaign: Campaign): Report {
  const pieces = Array.from({ length: campaign.units }, (_, unit) => campaign.runUnit(unit));
  const report = addPieces(campaign.empty, pieces);
  return addShown(report, new Map(unshownCells(report).map((cell) => [cellKey(cell), campaign.show(cell)])));
}
