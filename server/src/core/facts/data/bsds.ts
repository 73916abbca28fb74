import type { ObjectRows } from '../rows.ts';

export const bsds: ObjectRows = {
  object: 'BSDS',
  attributes: {
  },
};
