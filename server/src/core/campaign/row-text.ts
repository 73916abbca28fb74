import { harms } from './harms.ts';
import type { Cell, Change, Report, Row, Severity } from './types.ts';

type Times = Pick<Report, 'outageUs'>;

/** `QM2 crashes, repaired after 10 s`. */
export const rowName = (row: Pick<Row, 'title' | 'lasting'>, { outageUs }: Times): string =>
  `${row.title}${row.lasting === 'for-good' ? ', for good' : `, repaired after ${secondsText(outageUs)}`}`;

/** The worst of its cells; undefined when it harms nothing. */
export const severityOf = ({ cells }: { readonly cells: readonly Pick<Cell, 'severity'>[] }): Severity | undefined =>
  severities.find((wanted) => cells.some(({ severity }) => severity === wanted));

const severities: readonly Severity[] = ['bad', 'warning', 'note'];

/** Harms that occur in some row: the columns. */
export const columnsOf = (rows: readonly { readonly cells: readonly Pick<Cell, 'harm'>[] }[]) =>
  harms.filter(({ name }) => rows.some(({ cells }) => cells.some(({ harm }) => harm === name)));

/** `DEFPSIST of QLOCAL(ORDERS) on QM2: NO → YES`. */
export const changeText = (change: Omit<Change<unknown>, 'at'>): string =>
  `${change.attribute} of ${change.object} on ${change.queueManager}: ${word(change.from)} → ${word(change.to)}`;

const word = (value: string): string => (value === '' ? 'blank' : value);

export const secondsText = (us: number): string => `${Number((us / 1_000_000).toFixed(3))} s`;

/** In one sentence. */
export function summaryText({ rows }: Pick<Report<unknown, unknown>, 'rows'>): string {
  const count = (wanted: Severity): number => rows.filter((row) => severityOf(row) === wanted).length;
  const bad = count('bad');
  const warnings = count('warning');
  if (bad + warnings === 0) return `None of ${rows.length} failures loses a message or leaves work for a person.`;
  const harms = bad === 1 ? 'loses messages or breaks' : 'lose messages or break';
  const parts = [
    ...(bad > 0 ? [`${bad} ${harms} what somebody relies on`] : []),
    ...(warnings > 0
      ? [`${warnings}${bad > 0 ? ' more' : ''} ${warnings === 1 ? 'leaves' : 'leave'} work for a person`]
      : []),
  ];
  return `Of ${rows.length} failures, ${parts.join(', ')}.`;
}

/** Said wherever a report says how much was tried; empty for a run that was looked at to its end. */
export const cutShortText = ({ healthy }: Pick<Report<unknown, unknown>, 'healthy'>): string =>
  healthy.endedAtMs === undefined
    ? ''
    : ` The run without a failure is so long that it was ended at ${secondsText(healthy.endedAtMs * 1000)}: failures after that were not tried.`;
