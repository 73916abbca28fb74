import type { ChannelState } from '../trace.ts';
import type { Route } from '../world.ts';
import { keepWhere, type StepResult } from './step.ts';

/** Keeps the channels in these states if there are any. The local instance counts as one whose channel runs. */
export function keepStates(candidates: readonly Route[], states: readonly ChannelState[]): StepResult {
  return keepWhere(
    candidates,
    ({ channel }) => states.includes(channel?.state ?? 'RUNNING'),
    ({ channel }) => ({
      reason: `channel ${channel?.name} is ${channel?.state}, and another one is better off`,
      attribute: undefined,
      at: undefined,
    }),
  );
}
