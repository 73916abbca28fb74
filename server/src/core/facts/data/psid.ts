import type { ObjectRows } from '../rows.ts';

export const psid: ObjectRows = {
  object: 'PSID',
  attributes: {
    BUFFPOOL: { kind: 'attribute', type: 'integer', description: 'Buffer pool identifier.', min: 0, max: 99, default: 0, references: [{ object: 'BUFFPOOL' }], evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    DSN: { kind: 'attribute', type: 'string', description: 'Name of the page set data set.', maxLength: 44, evidence: { name: 'repo', maxLength: 'memory' } },
    EXPAND: { kind: 'attribute', type: 'enum', description: 'Expansion of the page set.', values: { USER: 'secondary extent from the data set definition', SYSTEM: 'about 10 percent', NONE: 'no expansion' }, default: 'USER', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
  },
};
