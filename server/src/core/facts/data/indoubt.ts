import type { ObjectRows } from '../rows.ts';

export const indoubt: ObjectRows = {
  object: 'INDOUBT',
  attributes: {
    ACTION: { kind: 'commandParameter', type: 'enum', description: 'How threads are resolved.', values: { COMMIT: 'commit', BACKOUT: 'back out' }, requiredOnDefine: true, evidence: { name: 'repo', values: 'memory' } },
    NID: { kind: 'commandParameter', type: 'string', description: 'Origin identifier, or * for all.', requiredOnDefine: true, evidence: { name: 'repo' } },
    QMNAME: { kind: 'commandParameter', type: 'name', description: 'Peer queue manager.', maxLength: 48, evidence: { name: 'repo', maxLength: 'repo' } },
  },
};
