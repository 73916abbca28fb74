import type { ObjectRows } from '../rows.ts';

export const security: ObjectRows = {
  object: 'SECURITY',
  attributes: {
    INTERVAL: { kind: 'attribute', type: 'integer', description: 'Interval between checks for expired user identifiers.', min: 0, max: 10080, unit: 'min', default: 12, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    TIMEOUT: { kind: 'attribute', type: 'integer', description: 'Time security information of an unused user identifier is kept.', min: 0, max: 10080, unit: 'min', default: 54, evidence: { name: 'repo', default: 'memory', range: 'memory' } },
    SWITCHES: { kind: 'selector', type: 'flag', description: 'Shows the switch profiles (DISPLAY SECURITY).', evidence: { name: 'repo' } },
    TYPE: { kind: 'commandParameter', type: 'enum', description: 'Type of refresh (REFRESH SECURITY).', values: { AUTHSERV: 'authorization service', CLASSES: 'in-storage profiles (z/OS)', CONNAUTH: 'connection authentication', SSL: 'TLS key repository and parameters' }, evidence: { name: 'repo', values: 'repo' } },
  },
};
