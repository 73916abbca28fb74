import { placeOf } from '../definitions.ts';
import { isLocal, keepWhere, type RoutingStep } from './step.ts';

/** Looked at before the channel's state: messages wait for the best rank even when it cannot be reached. The local instance has no channel to rank. */
export const channelRank: RoutingStep = {
  name: 'channel-rank',
  title: 'Channel rank (step 3)',
  run: (candidates) => {
    const highest = Math.max(
      ...candidates.map((candidate) => (candidate.channel && candidate.receiver ? candidate.receiver.rank : 0)),
    );
    return keepWhere(
      candidates,
      (candidate) => isLocal(candidate) || (candidate.receiver?.rank ?? 0) === highest,
      ({ receiver }) => ({
        reason: `CLWLRANK(${receiver?.rank}) of channel ${receiver?.name} is below ${highest}`,
        attribute: 'CLWLRANK',
        at: receiver && placeOf(receiver.attributes, 'CLWLRANK'),
      }),
    );
  },
};
