import type { ObjectRows } from '../rows.ts';

export const tcluster: ObjectRows = {
  object: 'TCLUSTER',
  nameMaxLength: 48,
  attributes: {
    CLUSTER: { kind: 'selector', type: 'name', description: 'Cluster name, generic allowed.', maxLength: 48, clusterRelevant: true, evidence: { name: 'repo', maxLength: 'repo' } },
    CLROUTE: { kind: 'status', type: 'enum', description: 'Routing of the cluster topic.', values: { DIRECT: 'direct', TOPICHOST: 'topic host' }, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
    CLSTATE: { kind: 'status', type: 'enum', description: 'State of the cluster topic.', values: { ACTIVE: 'in use', PENDING: 'not yet usable', INVALID: 'in conflict', ERROR: 'error' }, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
    CLUSDATE: { kind: 'status', type: 'date', description: 'Date available.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    CLUSTIME: { kind: 'status', type: 'time', description: 'Time available.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    CLUSQMGR: { kind: 'status', type: 'name', description: 'Hosting queue manager.', maxLength: 48, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', maxLength: 'repo' } },
    QMID: { kind: 'status', type: 'string', description: 'Unique name of the hosting queue manager.', maxLength: 48, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', maxLength: 'repo' } },
  },
};
