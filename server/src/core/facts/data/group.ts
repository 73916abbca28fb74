import type { ObjectRows } from '../rows.ts';

export const group: ObjectRows = {
  object: 'GROUP',
  attributes: {
    OBSMSGS: { kind: 'selector', type: 'enum', description: 'Whether obsolete messages are looked for.', values: { NO: 'not shown', YES: 'obsolete Db2 messages shown' }, default: 'NO', evidence: { name: 'repo', values: 'memory', default: 'memory' } },
  },
};
