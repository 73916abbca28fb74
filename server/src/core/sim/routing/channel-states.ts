import { stateOf } from '../channel-row.ts';
import type { ChannelState } from '../trace.ts';
import type { Route } from '../world.ts';
import { keepWhere, type RoutingContext, type StepResult } from './step.ts';

/** Keeps the channels in these states if there are any. The local instance counts as one whose channel runs. */
export function keepStates(
  candidates: readonly Route[],
  { world }: RoutingContext,
  states: readonly ChannelState[],
): StepResult {
  const stateAlong = ({ channel }: Route) => (channel === undefined ? 'RUNNING' : stateOf(world, channel.row));
  return keepWhere(
    candidates,
    (candidate) => states.includes(stateAlong(candidate)),
    (candidate) => ({
      reason: `channel ${candidate.channel?.name} is ${stateAlong(candidate)}, and another one is better off`,
      attribute: undefined,
      at: undefined,
    }),
  );
}
