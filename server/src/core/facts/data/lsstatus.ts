import type { ObjectRows } from '../rows.ts';

export const lsstatus: ObjectRows = {
  object: 'LSSTATUS',
  nameMaxLength: 48,
  attributes: {
    STATUS: { kind: 'status', type: 'enum', description: 'Listener status.', values: { RUNNING: 'running', STARTING: 'starting', STOPPING: 'stopping' }, displayOnly: true, evidence: { name: 'repo', values: 'repo' } },
    ADAPTER: { kind: 'status', type: 'integer', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    BACKLOG: { kind: 'status', type: 'integer', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    NTBNAMES: { kind: 'status', type: 'integer', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    PID: { kind: 'status', type: 'integer', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    PORT: { kind: 'status', type: 'integer', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    SESSIONS: { kind: 'status', type: 'integer', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    SOCKET: { kind: 'status', type: 'integer', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    COMMANDS: { kind: 'status', type: 'integer', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    CONTROL: { kind: 'status', type: 'enum', description: 'Control.', values: { MANUAL: 'manual', QMGR: 'queue manager', STARTONLY: 'start only' }, displayOnly: true, evidence: { name: 'repo', values: 'repo' } },
    DESCR: { kind: 'status', type: 'string', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    IPADDR: { kind: 'status', type: 'string', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    LOCLNAME: { kind: 'status', type: 'string', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    TPNAME: { kind: 'status', type: 'string', description: 'Values in use.', displayOnly: true, evidence: { name: 'repo' } },
    TRPTYPE: { kind: 'status', type: 'enum', description: 'Transport.', values: { TCP: 'TCP/IP', LU62: 'LU 6.2', NETBIOS: 'NetBIOS', SPX: 'SPX' }, displayOnly: true, evidence: { name: 'repo', values: 'repo' } },
    STARTDA: { kind: 'status', type: 'date', description: 'Start date.', displayOnly: true, evidence: { name: 'repo' } },
    STARTTI: { kind: 'status', type: 'time', description: 'Start time.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
