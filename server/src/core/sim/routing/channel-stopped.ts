import { keepStates } from './channel-states.ts';
import type { RoutingStep } from './step.ts';

export const channelStopped: RoutingStep = {
  name: 'channel-stopped',
  title: 'Channel requesting, paused or stopped (step 11)',
  run: (candidates, context) => keepStates(candidates, context, ['REQUESTING', 'PAUSED', 'STOPPED', 'SWITCHING']),
};
