import type { ObjectRows } from '../rows.ts';

export const queue: ObjectRows = {
  object: 'QUEUE',
  nameMaxLength: 48,
  attributes: {
    TYPE: { kind: 'selector', type: 'enum', description: 'Selects the type of queue on DISPLAY QUEUE.', values: { ALL: 'every type', QLOCAL: 'local queues', QMODEL: 'model queues', QALIAS: 'alias queues', QREMOTE: 'remote queues', QCLUSTER: 'cluster queues' }, default: 'ALL', synonyms: ['QTYPE'], evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'disqueue92' },
    CLUSINFO: { kind: 'selector', type: 'flag', description: 'Adds information about cluster queues known to this queue manager.', clusterRelevant: true, evidence: { name: 'docs' }, evidenceRefs: 'disqueue92' },
    TARGTYPE: { kind: 'selector', type: 'enum', description: 'Selects alias queues by target type.', values: { ALL: 'both', QUEUE: 'aliases of queues', TOPIC: 'aliases of topics' }, default: 'ALL', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'disqueue92' },
    CLUSDATE: { kind: 'status', type: 'date', description: 'Date the cluster definition became available here.', clusterRelevant: true, displayOnly: true, evidence: { name: 'docs' }, evidenceRefs: 'disqueue92' },
    CLUSTIME: { kind: 'status', type: 'time', description: 'Time the cluster definition became available here.', clusterRelevant: true, displayOnly: true, evidence: { name: 'docs' }, evidenceRefs: 'disqueue92' },
    CLUSQMGR: { kind: 'status', type: 'name', description: 'Queue manager that hosts the cluster queue.', maxLength: 48, clusterRelevant: true, displayOnly: true, evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'disqueue92' },
    CLUSQT: { kind: 'status', type: 'enum', description: 'Type of the cluster queue.', values: { QLOCAL: 'local queue', QALIAS: 'alias queue', QREMOTE: 'remote queue', QMGR: 'queue manager alias' }, clusterRelevant: true, displayOnly: true, evidence: { name: 'docs', values: 'docs' }, evidenceRefs: 'disqueue92' },
    QMID: { kind: 'status', type: 'string', description: 'Internally generated unique name of the hosting queue manager.', maxLength: 48, clusterRelevant: true, displayOnly: true, evidence: { name: 'docs', maxLength: 'repo' }, evidenceRefs: 'disqueue92' },
    QTYPE: { kind: 'status', type: 'enum', description: 'Type of the queue.', values: { QLOCAL: 'local', QALIAS: 'alias', QREMOTE: 'remote', QMODEL: 'model', QCLUSTER: 'cluster' }, displayOnly: true, evidence: { name: 'docs', values: 'docs' }, evidenceRefs: 'disqueue92' },
  },
};
