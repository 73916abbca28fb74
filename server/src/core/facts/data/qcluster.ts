import type { ObjectRows } from '../rows.ts';

export const qcluster: ObjectRows = {
  object: 'QCLUSTER',
  nameMaxLength: 48,
  attributes: {
    CLUSDATE: { kind: 'status', type: 'date', description: 'Date the cluster definition became available here.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    CLUSTIME: { kind: 'status', type: 'time', description: 'Time the cluster definition became available here.', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo' } },
    CLUSQMGR: { kind: 'status', type: 'name', description: 'Queue manager that hosts the cluster queue.', maxLength: 48, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', maxLength: 'repo' } },
    CLUSQT: { kind: 'status', type: 'enum', description: 'Type of the cluster queue.', values: { QLOCAL: 'local queue', QALIAS: 'alias queue', QREMOTE: 'remote queue', QMGR: 'queue manager alias' }, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', values: 'repo' } },
    QMID: { kind: 'status', type: 'string', description: 'Internally generated unique name of the hosting queue manager.', maxLength: 48, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', maxLength: 'repo' } },
    QTYPE: { kind: 'status', type: 'enum', description: 'Type of the queue.', values: { QLOCAL: 'local', QALIAS: 'alias', QREMOTE: 'remote', QMODEL: 'model', QCLUSTER: 'cluster' }, displayOnly: true, evidence: { name: 'repo', values: 'repo' } },
    ALTDATE: { kind: 'status', type: 'date', description: 'Date the definition was last altered (yyyy-mm-dd).', displayOnly: true, evidence: { name: 'repo' } },
    ALTTIME: { kind: 'status', type: 'time', description: 'Time the definition was last altered (hh.mm.ss).', displayOnly: true, evidence: { name: 'repo' } },
    CLUSTER: { kind: 'status', type: 'name', description: 'Name of the cluster the queue belongs to; mutually exclusive with CLUSNL.', maxLength: 48, default: '', references: [{ object: 'CLUSTER' }], clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    CLUSNL: { kind: 'status', type: 'name', description: 'Namelist holding the clusters the queue belongs to; mutually exclusive with CLUSTER.', maxLength: 48, default: '', references: [{ object: 'NAMELIST', constraint: 'list-of-cluster-names' }], clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    CLWLPRTY: { kind: 'status', type: 'integer', description: 'Priority of the queue for cluster workload distribution (9 highest).', min: 0, max: 9, default: 0, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    CLWLRANK: { kind: 'status', type: 'integer', description: 'Rank of the queue for cluster workload distribution (9 highest).', min: 0, max: 9, default: 0, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    DEFBIND: { kind: 'status', type: 'enum', description: 'Binding used when the application asks for bind-as-queue-definition on a cluster queue.', values: { OPEN: 'bind to one instance when the queue is opened', NOTFIXED: 'choose an instance for every put', GROUP: 'bind per message group' }, default: 'OPEN', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', values: 'docs', default: 'memory' } },
    DEFPRTY: { kind: 'status', type: 'integer', description: 'Default priority of messages put with priority-as-queue-definition.', min: 0, max: 9, default: 0, clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    DEFPSIST: { kind: 'status', type: 'enum', description: 'Default persistence of messages put with persistence-as-queue-definition.', values: { NO: 'messages are lost on queue manager restart', YES: 'messages survive restart' }, default: 'NO', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', values: 'docs', default: 'memory' } },
    DEFPRESP: { kind: 'status', type: 'enum', description: 'Put response type used when the application asks for response-as-queue-definition.', values: { SYNC: 'synchronous put response', ASYNC: 'asynchronous put response' }, default: 'SYNC', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', values: 'docs', default: 'memory' } },
    DESCR: { kind: 'status', type: 'string', description: 'Free text description of the queue.', maxLength: 64, default: '', displayOnly: true, evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    PUT: { kind: 'status', type: 'enum', description: 'Whether messages can be put to the queue.', values: { ENABLED: 'messages can be put', DISABLED: 'puts are inhibited' }, default: 'ENABLED', clusterRelevant: true, displayOnly: true, evidence: { name: 'repo', values: 'docs', default: 'memory' } },
  },
};
