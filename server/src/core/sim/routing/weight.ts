import { placeOf } from '../definitions.ts';
import type { Route } from '../world.ts';
import { factorOf } from './route-uses.ts';
import { keepAll, keepWhere, type RoutingStep } from './step.ts';

export const usualWeight = 50;

export const hasWeights = (candidates: readonly Route[]): boolean =>
  candidates.some(({ receiver }) => (receiver?.weight ?? usualWeight) !== usualWeight);

/** With any weight other than the usual one the channel that has had the smallest share so far, over all queues, is next. */
export const weight: RoutingStep = {
  name: 'weight',
  title: 'Weighted share',
  run: (candidates, { world: { routeUses } }) => {
    if (!hasWeights(candidates)) return keepAll(candidates);
    let lowest = Infinity;
    for (const { use } of candidates) lowest = Math.min(lowest, factorOf(routeUses, use));
    return keepWhere(
      candidates,
      ({ use }) => factorOf(routeUses, use) === lowest,
      ({ receiver, use }) => ({
        reason: `${receiver?.name} with CLWLWGHT(${receiver?.weight}) has had its share (${factorOf(routeUses, use)} against ${lowest})`,
        attribute: 'CLWLWGHT',
        at: receiver && placeOf(receiver.attributes, 'CLWLWGHT'),
      }),
    );
  },
};
