import type { Finding } from './rules/rule.ts';
import type { Plan } from './scenario/plan.ts';

/**
 * The findings about what a plan has in it and what a failure may bring out: of clones, ordering, clusters, and of the queues
 * that messages are put aside on. Each once.
 */
export function planFindings(
  plan: Plan,
  findings: Iterable<readonly Finding[]>,
): readonly { readonly code: string; readonly detail: string }[] {
  const queues = new Set(plan.applications.map(({ queue }) => queue));
  const queueManagers = new Set(plan.queueManagers.map(({ name }) => name));
  const found = new Map<string, { readonly code: string; readonly detail: string }>();
  for (const { code, group, message, subject, queueManager } of [...findings].flat()) {
    const isAboutQueue = group === 'clones' || group === 'ordering';
    if (!isAboutQueue && group !== 'cluster' && !safetyNets.has(code)) continue;
    if (isAboutQueue && (subject?.queue === undefined || !queues.has(subject.queue))) continue;
    if (queueManager !== undefined && !queueManagers.has(queueManager)) continue;
    const key = `${code} ${isAboutQueue ? subject?.queue : message}`;
    if (!found.has(key)) found.set(key, { code, detail: message });
  }
  return [...found.values()];
}

/** Rules of references that only matter when something fails. */
const safetyNets = new Set([
  'no-dead-letter-queue',
  'undefined-dead-letter-queue',
  'undefined-backout-queue',
  'backout-queue-without-threshold',
]);
