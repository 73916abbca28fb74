import { type Message, noMessage } from './message-store.ts';
import type { Consumer } from './world.ts';

/** What the sessions of all readers are at, one column a fact: a reader has some places in a row, see `placesOf`. */
export interface Sessions {
  /** In its hands, `noMessage` while it is idle. */
  message: Int32Array;
  /** Grows with each message, so that what was scheduled for one before is void. */
  epoch: Int32Array;
  /** Index in `phases`. */
  phase: Uint8Array;
}

/** How far a session's unit of work has come. */
export const phases = { working: 0, prepared: 1, decided: 2 } as const;

export const makeSessions = (count: number): Sessions => ({
  message: new Int32Array(count),
  epoch: new Int32Array(count),
  phase: new Uint8Array(count),
});

/** The places of a reader's sessions. */
export const placesOf = ({ firstSession, sessionCount }: Consumer): readonly number[] =>
  Array.from({ length: sessionCount }, (_, i) => firstSession + i);

/** The first session that has nothing to do; there is one while fewer are busy than there are. */
export function idleSession({ message }: Sessions, { firstSession, sessionCount }: Consumer): number {
  let session = firstSession;
  while (session < firstSession + sessionCount - 1 && message[session] !== noMessage) session++;
  return session;
}

/** Takes a message in hand; the number that its end must name. */
export function takeInHand(sessions: Sessions, consumer: Consumer, session: number, message: Message): number {
  const epoch = (sessions.epoch[session] ?? 0) + 1;
  sessions.message[session] = message;
  sessions.phase[session] = phases.working;
  sessions.epoch[session] = epoch;
  consumer.busySessions++;
  return epoch;
}

/** The work on its message is over. */
export function setIdle(sessions: Sessions, consumer: Consumer, session: number): void {
  sessions.message[session] = noMessage;
  consumer.busySessions--;
}

/** Its work ends before its time. */
export function breakOff(sessions: Sessions, consumer: Consumer, session: number): void {
  setIdle(sessions, consumer, session);
  sessions.epoch[session] = (sessions.epoch[session] ?? 0) + 1;
}
