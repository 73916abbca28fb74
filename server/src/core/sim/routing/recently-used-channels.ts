import { placeOf } from '../definitions.ts';
import { sequenceOf } from './route-uses.ts';
import { isLocal, keepAll, keepWhere, type RoutingStep } from './step.ts';

/** CLWLMRUC of the choosing queue manager: only so many channels, those used last, stay in use. */
export const recentlyUsedChannels: RoutingStep = {
  name: 'recently-used-channels',
  title: 'Most recently used channels (step 15)',
  run: (candidates, { chooser, world: { routeUses } }) => {
    const most = chooser.definition.mostRecentChannels;
    if (candidates.length <= most) return keepAll(candidates);
    const sequences = candidates
      .filter((candidate) => !isLocal(candidate))
      .map(({ use }) => sequenceOf(routeUses, use))
      .sort((a, b) => b - a);
    const least = sequences[most - 1];
    if (least === undefined) return keepAll(candidates);
    return keepWhere(
      candidates,
      (candidate) => isLocal(candidate) || sequenceOf(routeUses, candidate.use) >= least,
      ({ channel }) => ({
        reason: `CLWLMRUC(${most}) of ${chooser.name} leaves out ${channel?.name}, used longer ago`,
        attribute: 'CLWLMRUC',
        at: placeOf(chooser.definition.attributes, 'CLWLMRUC'),
      }),
    );
  },
};
