import type { ObjectRows } from '../rows.ts';

export const namelist: ObjectRows = {
  object: 'NAMELIST',
  nameMaxLength: 48,
  attributes: {
    DESCR: { kind: 'attribute', type: 'string', description: 'Free text description.', maxLength: 64, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'namelist80' },
    NAMES: { kind: 'attribute', type: 'nameList', description: 'List of names; an empty list is written NAMES().', maxLength: 48, maxItems: 256, default: '', allowsEmptyParentheses: true, clusterRelevant: true, evidence: { name: 'docs', default: 'memory', maxLength: 'repo' }, evidenceRefs: 'namelist80 namelist94' },
    NLTYPE: { kind: 'attribute', type: 'enum', description: 'Type of the names (z/OS only).', values: { NONE: 'no particular type', QUEUE: 'queue names (Q is accepted)', CLUSTER: 'names used for clustering', AUTHINFO: 'authentication information object names' }, valueSynonyms: { Q: 'QUEUE' }, default: 'NONE', platforms: ['zos'], evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'namelist80' },
    QSGDISP: { kind: 'attribute', type: 'enum', description: 'Disposition within a queue sharing group.', values: { QMGR: 'private to this queue manager', COPY: 'local copy of a group definition', GROUP: 'held in the shared repository' }, default: 'QMGR', platforms: ['zos'], evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'namelist80' },
    NAMCOUNT: { kind: 'status', type: 'integer', description: 'Number of names in the list.', min: 0, max: 256, displayOnly: true, evidence: { name: 'repo', range: 'memory' } },
    ALTDATE: { kind: 'status', type: 'date', description: 'Date last altered.', displayOnly: true, evidence: { name: 'repo' } },
    ALTTIME: { kind: 'status', type: 'time', description: 'Time last altered.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
