import type { ObjectRows } from '../rows.ts';

export const listener: ObjectRows = {
  object: 'LISTENER',
  nameMaxLength: 48,
  attributes: {
    TRPTYPE: { kind: 'attribute', type: 'enum', description: 'Transport protocol; required on DEFINE.', values: { TCP: 'TCP/IP', LU62: 'SNA LU 6.2 (Windows)', NETBIOS: 'NetBIOS (Windows)', SPX: 'SPX (Windows)' }, requiredOnDefine: true, evidence: { name: 'docs', values: 'docs' }, evidenceRefs: 'listener93' },
    ADAPTER: { kind: 'attribute', type: 'integer', description: 'NetBIOS adapter number.', min: 0, max: 255, default: 0, platforms: ['win'], transportTypes: ['NETBIOS'], evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'listener93' },
    BACKLOG: { kind: 'attribute', type: 'integer', description: 'Connection requests the listener queues; 0 means the protocol default.', min: 0, max: 999999999, default: 0, transportTypes: ['TCP', 'SPX'], evidence: { name: 'docs', default: 'docs', range: 'docs' }, evidenceRefs: 'listener93 cl_lsr' },
    COMMANDS: { kind: 'attribute', type: 'integer', description: 'NetBIOS commands the listener can use.', min: 0, max: 999999999, default: 0, platforms: ['win'], transportTypes: ['NETBIOS'], evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'listener93' },
    CONTROL: { kind: 'attribute', type: 'enum', description: 'How the listener is started and stopped.', values: { MANUAL: 'not started or stopped automatically', QMGR: 'starts and stops with the queue manager', STARTONLY: 'starts with the queue manager but is not stopped' }, default: 'MANUAL', evidence: { name: 'docs', values: 'docs', default: 'docs' }, evidenceRefs: 'listener93' },
    DESCR: { kind: 'attribute', type: 'string', description: 'Free text description.', maxLength: 64, default: '', evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'listener93' },
    IPADDR: { kind: 'attribute', type: 'string', description: 'IP address to listen on; blank means all addresses.', maxLength: 48, default: '', transportTypes: ['TCP'], evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'listener93' },
    LOCLNAME: { kind: 'attribute', type: 'string', description: 'NetBIOS local name.', maxLength: 20, default: '', platforms: ['win'], transportTypes: ['NETBIOS'], evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'listener93' },
    NTBNAMES: { kind: 'attribute', type: 'integer', description: 'NetBIOS names the listener can use.', min: 0, max: 999999999, default: 0, platforms: ['win'], transportTypes: ['NETBIOS'], evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'listener93' },
    PORT: { kind: 'attribute', type: 'integer', description: 'Port number; 0 means the default port 1414.', min: 0, max: 65535, default: 0, transportTypes: ['TCP'], evidence: { name: 'docs', default: 'docs', range: 'docs' }, evidenceRefs: 'listener93 cl_lsr' },
    SESSIONS: { kind: 'attribute', type: 'integer', description: 'NetBIOS sessions the listener can use.', min: 0, max: 999999999, default: 0, platforms: ['win'], transportTypes: ['NETBIOS'], evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'listener93' },
    SOCKET: { kind: 'attribute', type: 'integer', description: 'SPX socket.', min: 0, max: 65535, default: 0, platforms: ['win'], transportTypes: ['SPX'], evidence: { name: 'docs', default: 'docs', range: 'memory' }, evidenceRefs: 'listener93' },
    TPNAME: { kind: 'attribute', type: 'string', description: 'LU 6.2 transaction program name.', maxLength: 64, default: '', platforms: ['win'], transportTypes: ['LU62'], evidence: { name: 'docs', default: 'docs', maxLength: 'repo' }, evidenceRefs: 'listener93' },
    ALTDATE: { kind: 'status', type: 'date', description: 'Date last altered.', displayOnly: true, evidence: { name: 'repo' } },
    ALTTIME: { kind: 'status', type: 'time', description: 'Time last altered.', displayOnly: true, evidence: { name: 'repo' } },
    INDISP: { kind: 'commandParameter', type: 'enum', description: 'Disposition of inbound transmissions (START and STOP LISTENER on z/OS).', values: { QMGR: 'single queue manager', GROUP: 'queue sharing group' }, default: 'QMGR', platforms: ['zos'], evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    LUNAME: { kind: 'commandParameter', type: 'string', description: 'LU name of the listener (START LISTENER on z/OS).', maxLength: 8, default: '', platforms: ['zos'], evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
  },
};
