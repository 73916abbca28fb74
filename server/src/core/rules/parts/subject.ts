import type { Clones, FindingSubject } from '../rule.ts';

/** What a finding about a clone group is about. */
export const subjectOf = ({ cluster, queue, instances }: Clones, attribute?: string): FindingSubject => ({
  cluster,
  queue,
  attribute,
  queueManagers: instances.map(({ queueManager }) => queueManager.name),
});
