import { effective } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import type { Fix } from '../rule.ts';
import { setAttribute } from './set-attribute.ts';

/** Blanks CLUSTER and CLUSNL where they are written. */
export const takeOutOfCluster = (object: MqObject): readonly Fix[] => {
  const edits = ['CLUSTER', 'CLUSNL'].flatMap((keyword) => {
    const current = effective(object, keyword);
    if (!current || current.value === '') return [];
    return setAttribute(object, keyword, '', current) ?? [];
  });
  return edits.length === 0 ? [] : [{ title: `Take ${object.name} out of the cluster`, edits }];
};
