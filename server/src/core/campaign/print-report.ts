import type { Plan } from '#core/scenario/plan.ts';
import type { Location } from '#core/text/span.ts';
import type { Report, Shown } from './types.ts';

/** How scenarios and places are written. */
export interface Printing {
  readonly scenario: (plan: Plan) => string;
  readonly place: (at: Location) => string;
}

/** The report as it is written into files: its scenarios are texts. */
export const printReport = (report: Report, printing: Printing): Report<string, string> => ({
  ...report,
  rows: report.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ shown, ...cell }) =>
      shown === undefined ? cell : { ...cell, shown: printShown(shown, printing) },
    ),
  })),
});

const printShown = ({ scenario, because, remedies }: Shown, printing: Printing): Shown<string, string> => ({
  scenario: printing.scenario(scenario),
  because,
  remedies: remedies.map((remedy) => ({
    ...remedy,
    changes: remedy.changes.map((change) => ({
      ...change,
      at: change.at === undefined ? undefined : printing.place(change.at),
    })),
  })),
});
