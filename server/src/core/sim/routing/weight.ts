import { type ChannelDefinition, placeOf } from '../definitions.ts';
import type { Route } from '../world.ts';
import { factorOf } from './route-uses.ts';
import { keepAll, keepWhere, type RoutingStep } from './step.ts';

export const usualWeight = 50;

/** What a message adds to the factor of its channel. (B4.4) */
export const shareOf = (receiver: ChannelDefinition | undefined): number =>
  Math.trunc(1000 / (receiver?.weight ?? usualWeight));

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
