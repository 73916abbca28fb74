/** When something last happened on the channels, by their numbers: a time is too large for a row. */
export interface ChannelTimes {
  /** `width` numbers a channel. */
  numbers: Float64Array;
}

export const batchStarted = 0;
export const lastUsed = 1;
/** When the partner last answered. */
export const lastHeard = 2;
const width = 4;

type Moment = typeof batchStarted | typeof lastUsed | typeof lastHeard;

export const makeChannelTimes = (): ChannelTimes => ({ numbers: new Float64Array(16 * width) });

export function addChannelTimes(times: ChannelTimes, channel: number): void {
  if ((channel + 1) * width <= times.numbers.length) return;
  const bigger = new Float64Array(2 * times.numbers.length);
  bigger.set(times.numbers);
  times.numbers = bigger;
}

/** In microseconds of the run. */
export const timeOf = ({ numbers }: ChannelTimes, channel: number, moment: Moment): number =>
  numbers[channel * width + moment] ?? 0;

export function setTime({ numbers }: ChannelTimes, channel: number, moment: Moment, atUs: number): void {
  numbers[channel * width + moment] = atUs;
}
