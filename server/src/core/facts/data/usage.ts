import type { ObjectRows } from '../rows.ts';

export const usage: ObjectRows = {
  object: 'USAGE',
  attributes: {
    PSID: { kind: 'selector', type: 'integer', description: 'Page set identifier; * for all.', min: 0, max: 99, evidence: { name: 'repo', range: 'memory' } },
    TYPE: { kind: 'selector', type: 'enum', description: 'Information wanted.', values: { PAGESET: 'page sets and buffer pools', DATASET: 'data sets', SMDS: 'shared message data sets', ALL: 'all' }, default: 'PAGESET', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
  },
};
