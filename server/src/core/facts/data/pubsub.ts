import type { ObjectRows } from '../rows.ts';

export const pubsub: ObjectRows = {
  object: 'PUBSUB',
  attributes: {
    TYPE: { kind: 'selector', type: 'enum', description: 'Connections wanted.', values: { ALL: 'all', LOCAL: 'local', PARENT: 'parent', CHILD: 'children' }, default: 'ALL', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    QMNAME: { kind: 'status', type: 'name', description: 'Queue manager name.', maxLength: 48, displayOnly: true, evidence: { name: 'repo', maxLength: 'repo' } },
    STATUS: { kind: 'status', type: 'enum', description: 'Status of the engine or hierarchical connection.', values: { ACTIVE: 'active', COMPAT: 'compatibility mode', ERROR: 'error', INACTIVE: 'inactive', STARTING: 'starting', STOPPING: 'stopping', REFUSED: 'refused' }, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
    SUBCOUNT: { kind: 'status', type: 'integer', description: 'Subscriptions.', min: 0, max: 999999999, displayOnly: true, evidence: { name: 'repo', range: 'memory' } },
    TPCOUNT: { kind: 'status', type: 'integer', description: 'Topic nodes.', min: 0, max: 999999999, displayOnly: true, evidence: { name: 'repo', range: 'memory' } },
  },
};
