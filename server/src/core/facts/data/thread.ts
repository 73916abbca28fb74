import type { ObjectRows } from '../rows.ts';

export const thread: ObjectRows = {
  object: 'THREAD',
  attributes: {
    TYPE: { kind: 'selector', type: 'enumList', description: 'Kind of thread.', values: { ACTIVE: 'active threads', INDOUBT: 'in-doubt threads', REGIONS: 'regions with threads', '*': 'all' }, default: '*', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    QMNAME: { kind: 'selector', type: 'name', description: 'Peer queue manager whose threads are shown.', maxLength: 48, evidence: { name: 'repo', maxLength: 'repo' } },
  },
};
