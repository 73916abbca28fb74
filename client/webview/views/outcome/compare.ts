import type { Outcome, TotalName } from '#core/sim/trace.ts';

/** One number of an outcome that another run changed. */
export interface Change {
  readonly what: string;
  readonly before: number;
  readonly after: number;
  /** Whether more of it is worse. */
  readonly isWorse: boolean;
}

/** What differs between two runs, the totals first, then queue by queue. */
export function changesBetween(before: Outcome, after: Outcome): readonly Change[] {
  const changes: Change[] = [];
  const add = (what: string, from: number, to: number, isHarm: boolean): void => {
    if (from !== to) changes.push({ what, before: from, after: to, isWorse: isHarm === to > from });
  };
  for (const { name, label, isHarm } of TOTALS) add(label, before.totals[name], after.totals[name], isHarm);
  for (const [queueManager, queue] of queuesOf(before, after)) {
    const [from, to] = [before.queues[queueManager]?.[queue], after.queues[queueManager]?.[queue]];
    add(`${queue} on ${queueManager}: arrived`, from?.arrived ?? 0, to?.arrived ?? 0, false);
    add(`${queue} on ${queueManager}: left at the end`, from?.depth ?? 0, to?.depth ?? 0, true);
  }
  add('Violations', before.violations.length, after.violations.length, true);
  add('Expectations that fail', failedIn(before), failedIn(after), true);
  return changes;
}

/** The totals in the order in which a person wants them. `isHarm`: zero is the good number. */
export const TOTALS: readonly { readonly name: TotalName; readonly label: string; readonly isHarm: boolean }[] = [
  { name: 'put', label: 'Put', isHarm: false },
  { name: 'consumed', label: 'Consumed', isHarm: false },
  { name: 'waiting', label: 'Waiting', isHarm: false },
  { name: 'rerouted', label: 'Rerouted', isHarm: false },
  { name: 'rejected', label: 'Calls rejected', isHarm: true },
  { name: 'marooned', label: 'Marooned', isHarm: true },
  { name: 'inTransit', label: 'In transit', isHarm: true },
  { name: 'inDoubt', label: 'In doubt', isHarm: true },
  { name: 'deadLettered', label: 'Dead-lettered', isHarm: true },
  { name: 'backedOut', label: 'Backed out', isHarm: true },
  { name: 'expired', label: 'Expired', isHarm: true },
  { name: 'lost', label: 'Lost', isHarm: true },
  { name: 'duplicated', label: 'Duplicated', isHarm: true },
  { name: 'outOfOrder', label: 'Out of order', isHarm: true },
  { name: 'groupsSplit', label: 'Groups split', isHarm: true },
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
