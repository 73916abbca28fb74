import { differingDefaults } from '../differing-defaults.ts';
import type { Route } from '../world.ts';
import { usualWeight } from './weight.ts';

/** Defaults that the instances do not agree about, so that chance decides which of them an open gets. */
export function remarksOn(candidates: readonly Route[]): readonly string[] {
  const instances = candidates.flatMap(({ owner, instance }) => (instance ? [{ at: owner.name, instance }] : []));
  return differingDefaults(instances.map(({ instance }) => instance)).map(({ keyword, valueIn }) => {
    const values = instances.map(({ at, instance }) => `${valueIn(instance)} on ${at}`);
    return `${keyword} differs (${values.join(', ')}): an MQOPEN that leaves it to the queue gets that of any of them.`;
  });
}

/**
 * The parts of all messages that channels of unequal weight get in the long run: each message adds 1000/CLWLWGHT to the
 * sum of its channel, and the smallest sum is next. Undefined where all weights are the usual one.
 */
export function sharesOf(weighed: readonly Route[]): string | undefined {
  const weights = weighed.map(({ owner, receiver }) => ({ at: owner.name, weight: receiver?.weight ?? usualWeight }));
  if (weights.length < 2 || weights.every(({ weight }) => weight === usualWeight)) return undefined;
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights.map(({ at, weight }) => `${at} ${Math.round((100 * weight) / all)} % (CLWLWGHT ${weight})`).join(', ');
}
