import type { ObjectRows } from '../rows.ts';

export const topicstr: ObjectRows = {
  object: 'TOPICSTR',
  nameMaxLength: 10240,
  attributes: {
    CLRTYPE: { kind: 'commandParameter', type: 'enum', description: 'Type of clear.', values: { RETAINED: 'remove the retained publication' }, requiredOnDefine: true, evidence: { name: 'repo', values: 'memory' } },
    SCOPE: { kind: 'commandParameter', type: 'enum', description: 'Scope of the clear.', values: { LOCAL: 'this queue manager only' }, default: 'LOCAL', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
  },
};
