import type { Outcome } from '#core/sim/trace.ts';
import type { HarmName, Lasting, Severity } from './types.ts';

/** One thing that may have become of messages, as a column of the matrix. */
export interface Harm {
  readonly name: HarmName;
  /** For people, as a heading. */
  readonly title: string;
  readonly amountIn: (outcome: Outcome) => number;
  /** Where the outcome holds the amount, in the words of an expectation. */
  readonly path: string;
  readonly severity: (lasting: Lasting) => Severity;
}

const always = (severity: Severity) => (): Severity => severity;
/** What still waits when everything was repaired waits for a person; before the repair that is no wonder. */
const untilRepaired = (lasting: Lasting): Severity => (lasting === 'a-while' ? 'warning' : 'note');

const violations = (kind: Outcome['violations'][number]['kind']) => ({
  amountIn: (outcome: Outcome) => outcome.violations.filter((one) => one.kind === kind).length,
  path: 'violations.length',
  severity: always('bad'),
});

type Total = keyof Outcome['totals'];
const total = (name: Total, severity: Harm['severity']) => ({
  amountIn: (outcome: Outcome) => outcome.totals[name],
  path: `totals.${name}`,
  severity,
});

/** The order is the order of the columns: the worst first. */
export const harms: readonly Harm[] = [
  { name: 'lost', title: 'lost', ...total('lost', always('bad')) },
  { name: 'duplicated', title: 'duplicated', ...total('duplicated', always('bad')) },
  { name: 'order', title: 'order broken', ...violations('order') },
  { name: 'group-split', title: 'group split', ...violations('group-split') },
  { name: 'affinity', title: 'affinity broken', ...violations('affinity') },
  { name: 'conservation', title: 'unaccounted for', ...violations('conservation') },
  { name: 'dead-lettered', title: 'dead-lettered', ...total('deadLettered', always('warning')) },
  { name: 'backed-out', title: 'on a backout queue', ...total('backedOut', always('warning')) },
  { name: 'expired', title: 'expired', ...total('expired', always('warning')) },
  { name: 'rejected', title: 'rejected', ...total('rejected', untilRepaired) },
  { name: 'in-doubt', title: 'in doubt', ...total('inDoubt', untilRepaired) },
  { name: 'in-transit', title: 'in transit', ...total('inTransit', untilRepaired) },
  { name: 'marooned', title: 'marooned', ...total('marooned', untilRepaired) },
  { name: 'waiting', title: 'waiting', ...total('waiting', untilRepaired) },
  {
    name: 'not-put',
    title: 'not put',
    amountIn: ({ totals }) => -totals.put,
    path: 'totals.put',
    severity: always('note'),
  },
  { name: 'overtaken', title: 'out of order', ...total('outOfOrder', always('note')) },
  { name: 'groups-apart', title: 'groups split', ...total('groupsSplit', always('note')) },
];

export const harmNamed = (name: HarmName): Harm | undefined => harms.find((harm) => harm.name === name);

/** How much more of it there is than without the failure. */
export const harmDone = (harm: Harm, outcome: Outcome, healthy: Outcome): number =>
  Math.max(0, harm.amountIn(outcome) - harm.amountIn(healthy));

/** Rules that foretold violations which the failure brought. */
export function rulesSeen(harm: Harm, outcome: Outcome): readonly string[] {
  if (harm.path !== 'violations.length') return [];
  const seen = outcome.violations.flatMap(({ kind, rule }) => (kind === harm.name && rule !== undefined ? [rule] : []));
  return [...new Set(seen)].sort();
}
