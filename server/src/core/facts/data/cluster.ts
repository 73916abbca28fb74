import type { ObjectRows } from '../rows.ts';

export const cluster: ObjectRows = {
  object: 'CLUSTER',
  nameMaxLength: 48,
  attributes: {
    REPOS: { kind: 'commandParameter', type: 'enum', description: 'REFRESH CLUSTER option.', values: { NO: 'keep knowledge of full repositories', YES: 'discard it too (partial repositories only)' }, default: 'NO', clusterRelevant: true, evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    ACTION: { kind: 'commandParameter', type: 'enum', description: 'RESET CLUSTER action; issue on a full repository.', values: { FORCEREMOVE: 'remove a queue manager from the cluster' }, requiredOnDefine: true, clusterRelevant: true, evidence: { name: 'docs', values: 'docs' }, evidenceRefs: 'resetcluster92' },
    QMNAME: { kind: 'commandParameter', type: 'name', description: 'Queue manager to remove (or QMID).', maxLength: 48, clusterRelevant: true, evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'resetcluster92' },
    QMID: { kind: 'commandParameter', type: 'string', description: 'Identifier of the queue manager to remove.', maxLength: 48, clusterRelevant: true, evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'resetcluster92' },
    QUEUES: { kind: 'commandParameter', type: 'enum', description: 'Whether cluster queues are removed.', values: { NO: 'cluster queues stay', YES: 'cluster queues are removed too' }, default: 'NO', clusterRelevant: true, evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'resetcluster92' },
  },
};
