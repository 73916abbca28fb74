import { placeOf } from '../definitions.ts';
import { keepHighest, type RoutingStep } from './step.ts';

/** Looked at after the channel's state: a lower priority serves as a backup. */
export const channelPriority: RoutingStep = {
  name: 'channel-priority',
  title: 'Channel priority (steps 13 and 14)',
  run: (candidates) =>
    keepHighest(
      candidates,
      ({ receiver }) => receiver?.workloadPriority ?? 0,
      ({ receiver }, highest) => ({
        reason: `CLWLPRTY(${receiver?.workloadPriority ?? 0}) of channel ${receiver?.name} is below ${highest}`,
        attribute: 'CLWLPRTY',
        at: receiver && placeOf(receiver.attributes, 'CLWLPRTY'),
      }),
    ),
};
