import type { ClusterMember } from '#core/model/model.ts';
import type { Location } from '#core/text/span.ts';

/** Where the text makes a queue manager a full repository, else where it makes it a member of the cluster. */
export const repositoryPlace = ({ queueManager, receivers }: ClusterMember): Location => {
  for (const keyword of ['REPOS', 'REPOSNL']) {
    const value = queueManager.attributes.written.get(keyword);
    if (value && value.value !== '' && value.origin.kind === 'written') return value.origin.at;
  }
  return receivers[0]?.nameAt ?? queueManager.attributes.nameAt;
};
