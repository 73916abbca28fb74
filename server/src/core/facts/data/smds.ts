import type { ObjectRows } from '../rows.ts';

export const smds: ObjectRows = {
  object: 'SMDS',
  nameMaxLength: 48,
  attributes: {
    CFSTRUCT: { kind: 'commandParameter', type: 'name', description: 'Structure the data set belongs to.', maxLength: 12, references: [{ object: 'CFSTRUCT' }], evidence: { name: 'repo', maxLength: 'repo' } },
    DSBUFS: { kind: 'attribute', type: 'integerOrKeyword', description: 'Buffers for the shared message data set.', values: { DEFAULT: 'value of the CFSTRUCT' }, min: 1, max: 9999, evidence: { name: 'repo', values: 'memory', range: 'memory' } },
    DSEXPAND: { kind: 'attribute', type: 'enum', description: 'Automatic expansion.', values: { YES: 'expanded automatically', NO: 'not expanded', DEFAULT: 'value of the CFSTRUCT' }, evidence: { name: 'repo', values: 'memory' } },
    ACCESS: { kind: 'commandParameter', type: 'enum', description: 'RESET SMDS access.', values: { ENABLED: 'access enabled', DISABLED: 'access disabled' }, evidence: { name: 'repo', values: 'repo' } },
    STATUS: { kind: 'commandParameter', type: 'enum', description: 'RESET SMDS status.', values: { FAILED: 'marked failed', RECOVERED: 'marked recovered' }, evidence: { name: 'repo', values: 'repo' } },
  },
};
