import type { Finding } from '#core/rules/rule.ts';

/** By queue, the queue managers whose instance a finding calls different. */
export type OddInstances = ReadonlyMap<string, ReadonlySet<string>>;

export function oddInstances(findings: Iterable<readonly Finding[]>): OddInstances {
  const odd = new Map<string, Set<string>>();
  for (const list of findings)
    for (const { group, subject, queueManager } of list) {
      if (group !== 'clones' || !subject?.queue || !queueManager) continue;
      odd.set(subject.queue, (odd.get(subject.queue) ?? new Set()).add(queueManager));
    }
  return odd;
}
