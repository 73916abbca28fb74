import type { ObjectRows } from '../rows.ts';

export const svstatus: ObjectRows = {
  object: 'SVSTATUS',
  nameMaxLength: 48,
  attributes: {
    STATUS: { kind: 'status', type: 'enum', description: 'Service status.', values: { RUNNING: 'running', STARTING: 'starting', STOPPING: 'stopping' }, displayOnly: true, evidence: { name: 'repo', values: 'repo' } },
    PID: { kind: 'status', type: 'integer', description: 'Process identifier.', displayOnly: true, evidence: { name: 'repo' } },
    CONTROL: { kind: 'status', type: 'enum', description: 'Control.', values: { MANUAL: 'manual', QMGR: 'queue manager', STARTONLY: 'start only' }, displayOnly: true, evidence: { name: 'repo', values: 'repo' } },
    SERVTYPE: { kind: 'status', type: 'enum', description: 'Service type.', values: { COMMAND: 'command', SERVER: 'server' }, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
    DESCR: { kind: 'status', type: 'string', description: 'Values of the service object.', displayOnly: true, evidence: { name: 'repo' } },
    STARTARG: { kind: 'status', type: 'string', description: 'Values of the service object.', displayOnly: true, evidence: { name: 'repo' } },
    STARTCMD: { kind: 'status', type: 'string', description: 'Values of the service object.', displayOnly: true, evidence: { name: 'repo' } },
    STDERR: { kind: 'status', type: 'string', description: 'Values of the service object.', displayOnly: true, evidence: { name: 'repo' } },
    STDOUT: { kind: 'status', type: 'string', description: 'Values of the service object.', displayOnly: true, evidence: { name: 'repo' } },
    STOPARG: { kind: 'status', type: 'string', description: 'Values of the service object.', displayOnly: true, evidence: { name: 'repo' } },
    STOPCMD: { kind: 'status', type: 'string', description: 'Values of the service object.', displayOnly: true, evidence: { name: 'repo' } },
    STARTDA: { kind: 'status', type: 'date', description: 'Start date.', displayOnly: true, evidence: { name: 'repo' } },
    STARTTI: { kind: 'status', type: 'time', description: 'Start time.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
