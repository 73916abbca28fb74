import type { ObjectRows } from '../rows.ts';

export const chinit: ObjectRows = {
  object: 'CHINIT',
  attributes: {
    ENVPARM: { kind: 'commandParameter', type: 'string', description: 'JCL substitution parameters (START CHINIT).', maxLength: 96, platforms: ['zos'], evidence: { name: 'repo', maxLength: 'repo' } },
    INITQ: { kind: 'commandParameter', type: 'name', description: 'Initiation queue (START CHINIT on Multiplatforms).', maxLength: 48, default: 'SYSTEM.CHANNEL.INITQ', platforms: ['multi'], references: [{ object: 'QLOCAL' }], evidence: { name: 'repo', default: 'memory', maxLength: 'repo' } },
    SHARED: { kind: 'commandParameter', type: 'enum', description: 'Handling of shared sending channels (STOP CHINIT).', values: { RESTART: 'shared channels restarted elsewhere', STOP: 'stopped' }, default: 'RESTART', platforms: ['zos'], evidence: { name: 'repo', values: 'memory', default: 'memory' } },
  },
};
