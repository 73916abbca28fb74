import type { ObjectRows } from '../rows.ts';

export const comminfo: ObjectRows = {
  object: 'COMMINFO',
  nameMaxLength: 48,
  attributes: {
    TYPE: { kind: 'attribute', type: 'enum', description: 'Type of communication information object; only MULTICAST.', values: { MULTICAST: 'multicast' }, default: 'MULTICAST', requiredOnDefine: true, evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'comminfo92' },
    BRIDGE: { kind: 'attribute', type: 'enum', description: '(Default DISABLED on IBM i.) Whether publications from non-multicast applications are bridged.', values: { ENABLED: 'bridging on', DISABLED: 'bridging off' }, default: 'ENABLED', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'comminfo92' },
    CCSID: { kind: 'attribute', type: 'integerOrKeyword', description: 'Coded character set of transmitted messages.', values: { ASPUB: 'from the published message' }, min: 1, max: 65535, default: 'ASPUB', evidence: { name: 'docs', values: 'docs', default: 'docs', range: 'docs' }, evidenceRefs: 'comminfo92' },
    COMMEV: { kind: 'attribute', type: 'enum', description: 'Multicast event messages.', values: { DISABLED: 'no events', ENABLED: 'all events', EXCEPTION: 'when reliability falls below the threshold' }, default: 'DISABLED', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'comminfo92' },
    DESCR: { kind: 'attribute', type: 'string', description: 'Free text description.', maxLength: 64, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'comminfo92' },
    ENCODING: { kind: 'attribute', type: 'enum', description: 'Encoding of transmitted messages.', values: { ASPUB: 'from the published message', NORMAL: 'normal', REVERSED: 'reversed', S390: 'S/390', TNS: 'tandem' }, acceptsInteger: true, default: 'ASPUB', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'comminfo92' },
    GRPADDR: { kind: 'attribute', type: 'string', description: 'Group IP address or host name.', maxLength: 264, default: '239.0.0.0', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'comminfo92' },
    MCHBINT: { kind: 'attribute', type: 'integer', description: 'Heartbeat interval of the transmitter.', min: 0, max: 999999, unit: 'ms', default: 20000, evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'comminfo92' },
    MCPROP: { kind: 'attribute', type: 'enum', description: 'Message properties sent with multicast messages.', values: { ALL: 'all properties', NONE: 'no properties', REPLY: 'reply properties only', USER: 'user properties only', COMPAT: 'RMM compatible' }, default: 'ALL', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'comminfo92' },
    MONINT: { kind: 'attribute', type: 'integer', description: 'Monitoring update interval.', min: 0, max: 999999, unit: 's', default: 60, evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'comminfo92' },
    MSGHIST: { kind: 'attribute', type: 'integer', description: 'Message history kept for retransmission.', min: 0, max: 999999999, unit: 'KB', default: 100, evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'comminfo92' },
    NSUBHIST: { kind: 'attribute', type: 'enum', description: 'History a new subscriber receives.', values: { NONE: 'only from the time of the subscription', ALL: 'as much history as is known' }, default: 'NONE', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'comminfo92' },
    PORT: { kind: 'attribute', type: 'integer', description: 'Port to transmit on.', min: 0, max: 65535, default: 1414, evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'comminfo92' },
    ALTDATE: { kind: 'status', type: 'date', description: 'Date last altered.', displayOnly: true, evidence: { name: 'repo' } },
    ALTTIME: { kind: 'status', type: 'time', description: 'Time last altered.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
