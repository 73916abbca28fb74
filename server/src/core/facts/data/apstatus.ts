import type { ObjectRows } from '../rows.ts';

export const apstatus: ObjectRows = {
  object: 'APSTATUS',
  nameMaxLength: 28,
  attributes: {
    TYPE: { kind: 'selector', type: 'enum', description: 'Information wanted.', values: { APPL: 'summary of the application', QMGR: 'by queue manager', LOCAL: 'instances on this queue manager' }, default: 'APPL', clusterRelevant: true, evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    ACTIVE: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    BALANCED: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    BALOPTS: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    BALSTATE: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    BALTMOUT: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    BALTYPE: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    CONNTAG: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    IMMREASN: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    MOVABLE: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    QMID: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    QMNAME: { kind: 'status', type: 'string', description: 'Application balancing information (uniform clusters).', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    CLUSTER: { kind: 'status', type: 'name', description: 'Uniform cluster.', maxLength: 48, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', maxLength: 'repo' } },
    CONNS: { kind: 'status', type: 'integer', description: 'Counters.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    COUNT: { kind: 'status', type: 'integer', description: 'Counters.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    IMMCOUNT: { kind: 'status', type: 'integer', description: 'Counters.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    MOVCOUNT: { kind: 'status', type: 'integer', description: 'Counters.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    IMMDATE: { kind: 'status', type: 'date', description: 'Dates.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    LMSGDATE: { kind: 'status', type: 'date', description: 'Dates.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    IMMTIME: { kind: 'status', type: 'time', description: 'Times.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    LMSGTIME: { kind: 'status', type: 'time', description: 'Times.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
  },
};
