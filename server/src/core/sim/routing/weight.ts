import { placeOf } from '../definitions.ts';
import type { Route } from '../world.ts';
import { keepAll, keepWhere, type RoutingStep } from './step.ts';

export const usualWeight = 50;

export const hasWeights = (candidates: readonly Route[]): boolean =>
  candidates.some(({ receiver }) => (receiver?.weight ?? usualWeight) !== usualWeight);

/** With any weight other than the usual one the channel that has had the smallest share so far, over all queues, is next. */
export const weight: RoutingStep = {
  name: 'weight',
  title: 'Weighted share',
  run: (candidates) => {
    if (!hasWeights(candidates)) return keepAll(candidates);
    let lowest = Infinity;
    for (const { history } of candidates) lowest = Math.min(lowest, history.factor);
    return keepWhere(
      candidates,
      ({ history }) => history.factor === lowest,
      ({ receiver, history }) => ({
        reason: `${receiver?.name} with CLWLWGHT(${receiver?.weight}) has had its share (${history.factor} against ${lowest})`,
        attribute: 'CLWLWGHT',
        at: receiver && placeOf(receiver.attributes, 'CLWLWGHT'),
      }),
    );
  },
};
