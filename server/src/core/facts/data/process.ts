import type { ObjectRows } from '../rows.ts';

export const process: ObjectRows = {
  object: 'PROCESS',
  nameMaxLength: 48,
  attributes: {
    APPLICID: { kind: 'attribute', type: 'string', description: 'Application to start (program, CICS or IMS transaction); CSQX START for channels on z/OS.', maxLength: 256, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'process100' },
    APPLTYPE: { kind: 'attribute', type: 'enum', description: 'Application type; a number up to 999999999 is also accepted (0-65535 reserved).', values: { CICS: 'CICS transaction', DEF: 'default for the platform', DOS: 'DOS', IMS: 'IMS transaction', MVS: 'z/OS application', NOTESAGENT: 'Lotus Notes agent', NSK: 'HP NonStop', OS400: 'IBM i', UNIX: 'UNIX or Linux', VMS: 'OpenVMS', WINDOWS: 'Windows', WINDOWSNT: 'Windows', WLM: 'z/OS workload manager' }, acceptsInteger: true, default: 'DEF', evidence: { name: 'docs', values: 'docs', default: 'memory' }, evidenceRefs: 'process100' },
    DESCR: { kind: 'attribute', type: 'string', description: 'Free text description.', maxLength: 64, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'process100' },
    ENVRDATA: { kind: 'attribute', type: 'string', description: 'Environment data for the trigger monitor.', maxLength: 128, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'process100' },
    USERDATA: { kind: 'attribute', type: 'string', description: 'User data for the application; for channels on z/OS, the channel name.', maxLength: 128, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'process100' },
    QSGDISP: { kind: 'attribute', type: 'enum', description: 'Disposition within a queue sharing group.', values: { QMGR: 'private to this queue manager', COPY: 'local copy of a group definition', GROUP: 'held in the shared repository' }, default: 'QMGR', platforms: ['zos'], evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'process100' },
    ALTDATE: { kind: 'status', type: 'date', description: 'Date last altered.', displayOnly: true, evidence: { name: 'repo' } },
    ALTTIME: { kind: 'status', type: 'time', description: 'Time last altered.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
