import type { ObjectRows } from '../rows.ts';

export const cfstruct: ObjectRows = {
  object: 'CFSTRUCT',
  nameMaxLength: 12,
  attributes: {
    CFCONLOS: { kind: 'attribute', type: 'enum', description: 'Action when connectivity to the structure is lost (CFLEVEL 5).', values: { ASQMGR: 'from the queue manager', TERMINATE: 'the queue manager ends', TOLERATE: 'the loss is tolerated' }, default: 'ASQMGR', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'cfstruct93' },
    CFLEVEL: { kind: 'attribute', type: 'integer', description: 'Functional capability level of the structure; can be raised but not lowered.', min: 1, max: 5, default: 3, evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'cfstruct93' },
    DESCR: { kind: 'attribute', type: 'string', description: 'Free text description.', maxLength: 64, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'cfstruct93' },
    DSBLOCK: { kind: 'attribute', type: 'enum', description: 'Logical block size of the shared message data sets.', values: { '8K': '8 KB', '16K': '16 KB', '32K': '32 KB', '64K': '64 KB', '128K': '128 KB', '256K': '256 KB', '512K': '512 KB', '1M': '1 MB' }, default: '256K', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'cfstruct93' },
    DSBUFS: { kind: 'attribute', type: 'integer', description: 'Buffers each queue manager uses for the shared message data sets.', min: 1, max: 9999, default: 100, evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'cfstruct93' },
    DSEXPAND: { kind: 'attribute', type: 'enum', description: 'Automatic expansion of shared message data sets.', values: { YES: 'expansion supported', NO: 'not supported' }, default: 'YES', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'cfstruct93' },
    DSGROUP: { kind: 'attribute', type: 'string', description: 'Generic data set name; exactly one asterisk stands for the queue manager name; required with OFFLOAD(SMDS).', maxLength: 44, evidence: { name: 'docs', maxLength: 'memory' }, evidenceRefs: 'cfstruct93' },
    OFFLD1SZ: { kind: 'attribute', type: 'size', description: 'First offload rule: message size (nK).', min: '0K', max: '64K', default: '32K', evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'cfstruct93' },
    OFFLD1TH: { kind: 'attribute', type: 'integer', description: 'First offload rule: structure usage.', min: 0, max: 100, unit: 'percent', default: 70, evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'cfstruct93' },
    OFFLD2SZ: { kind: 'attribute', type: 'size', description: 'Second offload rule: message size.', min: '0K', max: '64K', default: '4K', evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'cfstruct93' },
    OFFLD2TH: { kind: 'attribute', type: 'integer', description: 'Second offload rule: structure usage.', min: 0, max: 100, unit: 'percent', default: 80, evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'cfstruct93' },
    OFFLD3SZ: { kind: 'attribute', type: 'size', description: 'Third offload rule: message size.', min: '0K', max: '64K', default: '0K', evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'cfstruct93' },
    OFFLD3TH: { kind: 'attribute', type: 'integer', description: 'Third offload rule: structure usage.', min: 0, max: 100, unit: 'percent', default: 90, evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'cfstruct93' },
    OFFLOAD: { kind: 'attribute', type: 'enum', description: 'Where large shared messages are offloaded.', values: { SMDS: 'shared message data sets', DB2: 'Db2', NONE: 'not offloaded (display at CFLEVEL below 5)' }, default: 'SMDS', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'cfstruct93' },
    RECAUTO: { kind: 'attribute', type: 'enum', description: 'Automatic recovery of the structure.', values: { YES: 'recovered automatically', NO: 'not recovered automatically' }, default: 'YES', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'cfstruct93' },
    RECOVER: { kind: 'attribute', type: 'enum', description: 'Whether the structure can be backed up and recovered.', values: { NO: 'not recoverable', YES: 'recoverable' }, default: 'NO', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'cfstruct93' },
    ALTDATE: { kind: 'status', type: 'date', description: 'Date last altered.', displayOnly: true, evidence: { name: 'repo' } },
    ALTTIME: { kind: 'status', type: 'time', description: 'Time last altered.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
