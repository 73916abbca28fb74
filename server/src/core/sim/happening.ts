import { pushLater, pushNow } from './event-queue.ts';
import type { World } from './world.ts';

/** The kinds of events in the queue, and what their integers mean. */
export const happening = {
  /** a: index in the plan's events */
  action: 0,
  /** a: row of a producer, b: its epoch */
  produce: 1,
  /** a: row of a local queue */
  wake: 2,
  /** a: row of a consumer, b: session, c: session's epoch */
  serviceDone: 3,
  /** a: row of a channel */
  pump: 4,
  /** a: row of a channel, b: epoch */
  channelStarted: 5,
  sent: 6,
  batchFilled: 7,
  arrive: 8,
  confirmed: 9,
  messageRetry: 10,
  retry: 11,
  disconnect: 12,
  batchHeartbeat: 19,
  switched: 20,
  /** a: index of the news, b: who tells it, c: whom */
  news: 13,
  /** a: queue manager */
  stopping: 14,
  /** a: kind of application (0 producer, 1 consumer), b: id */
  startApplication: 15,
  /** a: queue manager that asked, b: index of the question */
  repositoryQuestion: 21,
  repositoryAnswer: 16,
  /** a: queue manager whose REFRESH CLUSTER is answered */
  refreshed: 17,
  repositoryDay: 18,
  /** a: kind of application (0 producer, 1 consumer), b: id */
  reconnect: 40,
  moveIfReady: 41,
  /** a: uniform cluster */
  balance: 42,
  /** a: queue manager, b: which of its failures */
  takeover: 43,
  /** a: index in the plan's monitors */
  monitor: 44,
} as const;

export type Happening = (typeof happening)[keyof typeof happening];

export function schedule(world: World, afterUs: number, kind: Happening, a: number, b = 0, c = 0): void {
  const pauseUs = Math.round(afterUs);
  if (pauseUs > 0) pushLater(world.events, pauseUs, kind, a, b, c);
  else pushNow(world.events, kind, a, b, c);
}

/** As soon as what is due at once before it has been done. */
export const scheduleNow = (world: World, kind: Happening, a: number, b = 0): void =>
  pushNow(world.events, kind, a, b, 0);
