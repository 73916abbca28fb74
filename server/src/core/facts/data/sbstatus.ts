import type { ObjectRows } from '../rows.ts';

export const sbstatus: ObjectRows = {
  object: 'SBSTATUS',
  nameMaxLength: 10240,
  attributes: {
    DURABLE: { kind: 'selector', type: 'enum', description: 'Durability wanted or shown.', values: { ALL: 'both', YES: 'durable', NO: 'not durable' }, default: 'ALL', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    SUBTYPE: { kind: 'selector', type: 'enum', description: 'Kind of subscription.', values: { USER: 'admin and api', PROXY: 'proxy', ADMIN: 'administrator', API: 'application', ALL: 'all' }, default: 'USER', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
    SUBID: { kind: 'selector', type: 'string', description: 'Subscription identifier.', maxLength: 48, evidence: { name: 'repo', maxLength: 'memory' } },
    ACTCONN: { kind: 'status', type: 'string', description: 'Subscription information.', displayOnly: true, evidence: { name: 'repo' } },
    SUBUSER: { kind: 'status', type: 'string', description: 'Subscription information.', displayOnly: true, evidence: { name: 'repo' } },
    TOPICSTR: { kind: 'status', type: 'string', description: 'Subscription information.', displayOnly: true, evidence: { name: 'repo' } },
    LMSGDATE: { kind: 'status', type: 'date', description: 'Dates of last activity.', displayOnly: true, evidence: { name: 'repo' } },
    RESMDATE: { kind: 'status', type: 'date', description: 'Dates of last activity.', displayOnly: true, evidence: { name: 'repo' } },
    LMSGTIME: { kind: 'status', type: 'time', description: 'Times of last activity.', displayOnly: true, evidence: { name: 'repo' } },
    RESMTIME: { kind: 'status', type: 'time', description: 'Times of last activity.', displayOnly: true, evidence: { name: 'repo' } },
    MCASTREL: { kind: 'status', type: 'integer', description: 'Counters.', displayOnly: true, evidence: { name: 'repo' } },
    NUMMSGS: { kind: 'status', type: 'integer', description: 'Counters.', displayOnly: true, evidence: { name: 'repo' } },
  },
};
