import type { ObjectRows } from '../rows.ts';

export const cmdserv: ObjectRows = {
  object: 'CMDSERV',
  attributes: {
  },
};
