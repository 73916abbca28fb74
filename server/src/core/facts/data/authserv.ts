import type { ObjectRows } from '../rows.ts';

export const authserv: ObjectRows = {
  object: 'AUTHSERV',
  attributes: {
    IFVER: { kind: 'status', type: 'integer', description: 'Interface version of the authorization service.', displayOnly: true, evidence: { name: 'repo' } },
    UIDSUPP: { kind: 'status', type: 'enum', description: 'Whether user based authorization is supported.', values: { YES: 'user identifiers supported', NO: 'not supported' }, displayOnly: true, evidence: { name: 'repo', values: 'memory' } },
  },
};
