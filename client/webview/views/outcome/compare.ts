import type { Outcome, TotalName } from '#core/sim/trace.ts';

/** One number of an outcome that another run changed. */
export interface Change {
  readonly what: string;
  readonly before: number;
  readonly after: number;
  /** `neither`: that more arrives here and less there is no fault of its own. */
  readonly meaning: 'better' | 'worse' | 'neither';
}

/** What differs between two runs, the totals first, then queue by queue. */
export function changesBetween(before: Outcome, after: Outcome): readonly Change[] {
  const changes: Change[] = [];
  const add = (what: string, from: number, to: number, wish: Wish): void => {
    const meaning = wish === 'any' ? 'neither' : (wish === 'many') === to > from ? 'better' : 'worse';
    if (from !== to) changes.push({ what, before: from, after: to, meaning });
  };
  for (const { name, label, wish } of TOTALS) add(label, before.totals[name], after.totals[name], wish);
  for (const [queueManager, queue] of queuesOf(before, after)) {
    const [from, to] = [before.queues[queueManager]?.[queue], after.queues[queueManager]?.[queue]];
    add(`${queue} on ${queueManager}: arrived`, from?.arrived ?? 0, to?.arrived ?? 0, 'any');
    add(`${queue} on ${queueManager}: left at the end`, from?.depth ?? 0, to?.depth ?? 0, 'any');
  }
  add('Violations', before.violations.length, after.violations.length, 'none');
  add('Expectations that fail', failedIn(before), failedIn(after), 'none');
  return changes;
}

/** How much of something is good. */
export type Wish = 'many' | 'none' | 'any';

/** The totals in the order in which a person wants them. */
export const TOTALS: readonly { readonly name: TotalName; readonly label: string; readonly wish: Wish }[] = [
  { name: 'put', label: 'Put', wish: 'any' },
  { name: 'consumed', label: 'Consumed', wish: 'many' },
  { name: 'waiting', label: 'Waiting', wish: 'any' },
  { name: 'rerouted', label: 'Rerouted', wish: 'any' },
  { name: 'rejected', label: 'Calls rejected', wish: 'none' },
  { name: 'marooned', label: 'Marooned', wish: 'none' },
  { name: 'inTransit', label: 'In transit', wish: 'none' },
  { name: 'inDoubt', label: 'In doubt', wish: 'none' },
  { name: 'deadLettered', label: 'Dead-lettered', wish: 'none' },
  { name: 'backedOut', label: 'Backed out', wish: 'none' },
  { name: 'expired', label: 'Expired', wish: 'none' },
  { name: 'lost', label: 'Lost', wish: 'none' },
  { name: 'duplicated', label: 'Duplicated', wish: 'none' },
  { name: 'outOfOrder', label: 'Out of order', wish: 'none' },
  { name: 'groupsSplit', label: 'Groups split', wish: 'none' },
];

function* queuesOf(...outcomes: readonly Outcome[]): Iterable<readonly [string, string]> {
  const seen = new Set<string>();
  for (const outcome of outcomes) {
    for (const [queueManager, queues] of Object.entries(outcome.queues)) {
      for (const queue of Object.keys(queues)) {
        const key = `${queueManager} ${queue}`;
        if (!seen.has(key)) yield [queueManager, queue];
        seen.add(key);
      }
    }
  }
}

const failedIn = (outcome: Outcome): number => outcome.expectations.filter((one) => !one.passed).length;
