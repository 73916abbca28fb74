import type { CloneGroup } from '#core/model/model.ts';
import type { FindingSubject } from '../rule.ts';

/** What a finding about a clone group is about. */
export const subjectOf = ({ cluster, queue, instances }: CloneGroup, attribute?: string): FindingSubject => ({
  cluster,
  queue,
  attribute,
  queueManagers: instances.map(({ queueManager }) => queueManager.name),
});
