import { keepStates } from './channel-states.ts';
import type { RoutingStep } from './step.ts';

export const channelRetrying: RoutingStep = {
  name: 'channel-retrying',
  title: 'Channel retrying (step 10)',
  run: (candidates, context) => keepStates(candidates, context, ['RETRYING']),
};
