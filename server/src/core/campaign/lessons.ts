import { harms } from './harms.ts';
import { shownOf } from './run-campaign.ts';
import type { Cell, Remedied, Report, Row, Shown } from './types.ts';

/** Cells that teach the same: the same kind of failure does the same harm for the same reason, prevented by the same kinds of changes. */
export interface Lesson<S, P> {
  readonly harm: Cell['harm'];
  readonly severity: Cell['severity'];
  /** The most messages that it hurts in one case. */
  readonly most: number;
  /** Failures that do it, the one of the scenario first. */
  readonly rows: readonly Row<S, P>[];
  /** The first of them, made small. */
  readonly shown: Shown<S, P>;
  /** With the places of all of them. */
  readonly remedies: readonly Remedied<P>[];
}

/** What a report has to teach, the worst first. */
export function lessonsOf<S, P>(report: Pick<Report<S, P>, 'rows'>): readonly Lesson<S, P>[] {
  const lessons = new Map<string, Lesson<S, P>>();
  for (const row of report.rows)
    for (const cell of row.cells) {
      const shown = shownOf(report, row, cell);
      if (shown === undefined) continue;
      const { harm, severity, most } = cell;
      const advice = shown.remedies.length === 0 ? [row.title] : shown.remedies.map((remedy) => remedy.advice);
      const key = JSON.stringify([harm, severity, advice, row.kinds, reasonCodeIn(shown.because)]);
      const known = lessons.get(key);
      lessons.set(
        key,
        known === undefined
          ? { harm, severity, most, rows: [row], shown, remedies: shown.remedies }
          : {
              ...known,
              most: Math.max(known.most, most),
              rows: [...known.rows, row],
              remedies: known.remedies.map((remedy, index) => joinRemedies(remedy, shown.remedies[index])),
            },
      );
    }
  const rank = new Map(harms.map(({ name }, index) => [name, index]));
  return [...lessons.values()].sort((one, other) => (rank.get(one.harm) ?? 0) - (rank.get(other.harm) ?? 0));
}

/** Failures of one kind may harm in unlike ways: MQ's reason tells a full queue from a closed one. */
const reasonCodeIn = (because: string): string | undefined => /\bMQRC_\w+/.exec(because)?.[0];

function joinRemedies<P>(one: Remedied<P>, other: Remedied<P> | undefined): Remedied<P> {
  const known = new Set(one.changes.map(keyOf));
  const more = other?.changes.filter((change) => !known.has(keyOf(change))) ?? [];
  return { ...one, changes: [...one.changes, ...more] };
}

const keyOf = ({ queueManager, object, attribute }: Remedied<unknown>['changes'][number]): string =>
  `${queueManager} ${object} ${attribute}`;
