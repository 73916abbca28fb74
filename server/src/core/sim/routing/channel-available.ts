import { keepStates } from './channel-states.ts';
import type { RoutingStep } from './step.ts';

/** An inactive channel is as good as a running one: it starts when a message is there. */
export const channelAvailable: RoutingStep = {
  name: 'channel-available',
  title: 'Channel inactive or running (step 8)',
  run: (candidates, context) => keepStates(candidates, context, ['INACTIVE', 'RUNNING']),
};
