import { keepWhere, type RoutingStep } from './step.ts';

export const leastRecentlyUsed: RoutingStep = {
  name: 'least-recently-used',
  title: 'Least recently used channel',
  run: (candidates) => {
    let first = candidates[0];
    for (const candidate of candidates) {
      if (first === undefined || candidate.history.sequence < first.history.sequence) first = candidate;
    }
    return keepWhere(
      candidates,
      (candidate) => candidate === first,
      ({ owner, history }) => ({
        reason:
          history.timesChosen === 0
            ? `no message went to ${owner.name} yet, and ${first?.owner.name} is before it in line (MQ does not define which is first)`
            : `${owner.name} was chosen more recently than ${first?.owner.name}`,
        attribute: undefined,
        at: undefined,
      }),
    );
  },
};
