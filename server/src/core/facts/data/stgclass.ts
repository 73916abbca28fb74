import type { ObjectRows } from '../rows.ts';

export const stgclass: ObjectRows = {
  object: 'STGCLASS',
  nameMaxLength: 8,
  attributes: {
    DESCR: { kind: 'attribute', type: 'string', description: 'Free text description.', maxLength: 64, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'stgclass93' },
    PSID: { kind: 'attribute', type: 'integer', description: 'Page set identifier.', min: 0, max: 99, references: [{ object: 'PSID' }], evidence: { name: 'docs', range: 'memory' }, evidenceRefs: 'stgclass93' },
    PASSTKTA: { kind: 'attribute', type: 'string', description: 'Application name for the IMS bridge PassTicket.', maxLength: 8, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'stgclass93' },
    QSGDISP: { kind: 'attribute', type: 'enum', description: 'Disposition within a queue sharing group.', values: { QMGR: 'private to this queue manager', COPY: 'local copy of a group definition', GROUP: 'held in the shared repository' }, default: 'QMGR', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'stgclass93' },
    XCFGNAME: { kind: 'attribute', type: 'string', description: 'XCF group of the IMS system (with XCFMNAME, both blank or both set).', maxLength: 8, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'stgclass93' },
    XCFMNAME: { kind: 'attribute', type: 'string', description: 'XCF member name of the IMS system.', maxLength: 16, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'stgclass93' },
    ALTDATE: { kind: 'status', type: 'date', description: 'Date last altered.', displayOnly: true, evidence: { name: 'repo' } },
    ALTTIME: { kind: 'status', type: 'time', description: 'Time last altered.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
