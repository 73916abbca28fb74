import type { ObjectRows } from '../rows.ts';

export const smdsconn: ObjectRows = {
  object: 'SMDSCONN',
  nameMaxLength: 48,
  attributes: {
    CFSTRUCT: { kind: 'commandParameter', type: 'name', description: 'Structure of the connection.', maxLength: 12, references: [{ object: 'CFSTRUCT' }], evidence: { name: 'repo', maxLength: 'repo' } },
    AVAIL: { kind: 'status', type: 'enum', description: 'Availability.', values: { NORMAL: 'available', ERROR: 'disabled by an error', STOPPED: 'stopped by a command' }, displayOnly: true, evidence: { name: 'memory', values: 'memory' } },
    EXPANDST: { kind: 'status', type: 'enum', description: 'Expansion status.', values: { NORMAL: 'no problem', FAILED: 'expansion failed', MAXIMUM: 'maximum extents reached' }, displayOnly: true, evidence: { name: 'memory', values: 'memory' } },
    OPENMODE: { kind: 'status', type: 'enum', description: 'Open mode.', values: { NONE: 'not open', READONLY: 'read only', UPDATE: 'update', RECOVERY: 'recovery' }, displayOnly: true, evidence: { name: 'memory', values: 'memory' } },
    STATUS: { kind: 'status', type: 'enum', description: 'Connection status.', values: { CLOSED: 'closed', CLOSING: 'closing', OPENING: 'opening', OPEN: 'open', NOTENABLED: 'not enabled', ALLOCFAIL: 'allocation failed', OPENFAIL: 'open failed', STGFAIL: 'storage failure', DATAFAIL: 'bad data' }, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
  },
};
