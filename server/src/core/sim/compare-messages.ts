import { eventAt, eventKinds } from './event-log.ts';
import type { Trace, TraceEvent } from './trace.ts';

/** What became of one message in two runs. Numbers of messages are those of the run; here they are told apart by who put them. */
export interface MessageDifference {
  /** The n-th message that this program (one instance of an application) put, from 1. */
  readonly application: string;
  readonly ordinal: number;
  /** Undefined: that run has no such message. */
  readonly first: Fate | undefined;
  readonly second: Fate | undefined;
}

export interface Fate {
  readonly message: number;
  /** For people: `processed by WAS1 on QM2`, `on Q3 at QM2`, `lost on QM1`. */
  readonly where: string;
  /** When it came there. */
  readonly atUs: number;
}

export interface MessageDifferences {
  /** Those that ended elsewhere, in the order in which they were put. */
  readonly elsewhere: readonly MessageDifference[];
  /** How many ended at the same place, but not at the same time. */
  readonly otherTime: number;
  readonly same: number;
}

/** Message by message, where two runs end otherwise. Copies that a stream or a wrong RESOLVE made are not looked at. */
export function compareMessages(first: Trace, second: Trace): MessageDifferences {
  const before = fatesOf(first);
  const after = fatesOf(second);
  const elsewhere: MessageDifference[] = [];
  let otherTime = 0;
  let same = 0;
  for (const [key, { application, ordinal }] of new Map([...before, ...after])) {
    const [one, other] = [before.get(key), after.get(key)];
    if (one?.where !== other?.where) elsewhere.push({ application, ordinal, first: one, second: other });
    else if (one?.atUs === other?.atUs) same++;
    else otherTime++;
  }
  return { elsewhere, otherTime, same };
}

interface Told extends Fate {
  readonly application: string;
  readonly ordinal: number;
}

function fatesOf({ log }: Trace): ReadonlyMap<string, Told> {
  const fates = new Map<string, Told>();
  const keys = new Map<number, string>();
  const counts = new Map<string, number>();
  for (let at = 0; at < log.length; at++) {
    if (!moving.has(eventKinds[log.kind[at] ?? 0] ?? '')) continue;
    const event = eventAt(log, at);
    if (event === undefined || !('message' in event) || event.message === undefined) continue;
    const { message, atUs } = event;
    if (event.kind === 'put') {
      if (event.copyOf !== undefined) continue;
      const { application } = event;
      const ordinal = (counts.get(application) ?? 0) + 1;
      counts.set(application, ordinal);
      const key = `${application} ${ordinal}`;
      keys.set(message, key);
      fates.set(key, { application, ordinal, message, atUs, where: 'put' });
      continue;
    }
    const fate = fates.get(keys.get(message) ?? '');
    const where = whereAfter(event);
    if (fate !== undefined && where !== undefined) fates.set(keys.get(message) ?? '', { ...fate, where, atUs });
  }
  return fates;
}

/** Kinds of events after which a message is elsewhere. */
const moving = new Set<string>(['put', 'enqueue', 'send', 'return', 'get', 'backout', 'consumed', 'gone']);

function whereAfter(event: TraceEvent): string | undefined {
  switch (event.kind) {
    case 'enqueue':
      return event.target === undefined
        ? `on ${event.queue} at ${event.queueManager}`
        : `on ${event.queue} at ${event.queueManager}, for ${event.target.queueManager}`;
    case 'return':
      return `on ${event.queue} at ${event.queueManager}, for ${event.to}`;
    case 'backout':
      return `on ${event.queue} at ${event.queueManager}`;
    case 'send':
      return `on its way from ${event.from} to ${event.to}`;
    case 'get':
      return `with ${event.application} on ${event.queueManager}`;
    case 'consumed':
      return `processed by ${event.application} on ${event.queueManager}`;
    case 'gone':
      return `${event.how} on ${event.queueManager}`;
    default:
      return undefined;
  }
}
