import type { ObjectRows } from '../rows.ts';

export const qstats: ObjectRows = {
  object: 'QSTATS',
  nameMaxLength: 48,
  attributes: {
  },
};
