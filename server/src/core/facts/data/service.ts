import type { ObjectRows } from '../rows.ts';

export const service: ObjectRows = {
  object: 'SERVICE',
  nameMaxLength: 48,
  attributes: {
    CONTROL: { kind: 'attribute', type: 'enum', description: 'How the service is started and stopped.', values: { MANUAL: 'not started or stopped automatically', QMGR: 'starts and stops with the queue manager', STARTONLY: 'starts with the queue manager but is not stopped' }, default: 'MANUAL', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    DESCR: { kind: 'attribute', type: 'string', description: 'Free text description.', maxLength: 64, default: '', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    SERVTYPE: { kind: 'attribute', type: 'enum', description: 'Mode in which the service runs.', values: { COMMAND: 'command; many instances, no status', SERVER: 'server; one instance with status' }, default: 'COMMAND', evidence: { name: 'repo', values: 'repo', default: 'memory' } },
    STARTARG: { kind: 'attribute', type: 'string', description: 'Arguments of the start command.', maxLength: 255, default: '', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    STARTCMD: { kind: 'attribute', type: 'string', description: 'Program that starts the service.', maxLength: 255, default: '', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    STDERR: { kind: 'attribute', type: 'string', description: 'File for standard error.', maxLength: 255, default: '', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    STDOUT: { kind: 'attribute', type: 'string', description: 'File for standard output.', maxLength: 255, default: '', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    STOPARG: { kind: 'attribute', type: 'string', description: 'Arguments of the stop command.', maxLength: 255, default: '', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    STOPCMD: { kind: 'attribute', type: 'string', description: 'Program that stops the service.', maxLength: 255, default: '', evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    ALTDATE: { kind: 'status', type: 'date', description: 'Date last altered.', displayOnly: true, evidence: { name: 'repo' } },
    ALTTIME: { kind: 'status', type: 'time', description: 'Time last altered.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
