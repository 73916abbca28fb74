import type { ObjectRows } from '../rows.ts';

export const maxsmsgs: ObjectRows = {
  object: 'MAXSMSGS',
  attributes: {
  },
};
