import { effectiveText } from '#core/model/effective.ts';
import type { Clone, Clones } from '../rule.ts';

/**
 * How the queues' own attributes let the workload algorithm use the instances while all queue managers run: it shares
 * messages out among several of the same rank and priority, prefers one (the others are its backup), or, by rank, never
 * uses another. Attributes of channels are not looked at.
 */
export const workloadOf = ({ instances }: Clones): 'shared' | 'backup' | 'ranked' => {
  const ranked = highest(instances, 'CLWLRANK');
  if (ranked.length === 1) return 'ranked';
  return highest(ranked, 'CLWLPRTY').length === 1 ? 'backup' : 'shared';
};

const highest = (instances: readonly Clone[], keyword: string): readonly Clone[] => {
  const numbers = instances.map(({ object }) => Number(effectiveText(object, keyword)) || 0);
  const top = Math.max(...numbers);
  return instances.filter((_, index) => numbers[index] === top);
};
