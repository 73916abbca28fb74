import type { ObjectRows } from '../rows.ts';

export const buffpool: ObjectRows = {
  object: 'BUFFPOOL',
  attributes: {
    BUFFERS: { kind: 'attribute', type: 'integer', description: 'Number of 4 KB buffers (maximum 500000 below the bar).', min: 100, max: 999999999, evidence: { name: 'repo', range: 'memory' } },
    LOCATION: { kind: 'attribute', type: 'enum', description: 'Where the pool is located.', values: { BELOW: 'below the 2 GB bar', ABOVE: 'above the bar' }, valueSynonyms: { SWITCHING_ABOVE: 'ABOVE' }, default: 'BELOW', synonyms: ['LOC'], evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    PAGECLAS: { kind: 'attribute', type: 'enum', description: 'Page class of the buffers.', values: { '4KB': 'pageable 4 KB', FIXED4KB: 'fixed 4 KB', FIXED1MB: 'fixed 1 MB (9.1.3 and later)' }, default: '4KB', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
  },
};
