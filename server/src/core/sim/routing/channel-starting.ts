import { keepStates } from './channel-states.ts';
import type { RoutingStep } from './step.ts';

export const channelStarting: RoutingStep = {
  name: 'channel-starting',
  title: 'Channel starting or stopping (step 9)',
  run: (candidates, context) => keepStates(candidates, context, ['BINDING', 'INITIALIZING', 'STARTING', 'STOPPING']),
};
