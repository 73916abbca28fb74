import { reasonText } from '#core/sim/put-checks.ts';
import { isAbout } from '#core/sim/story.ts';
import type { Trace, TraceEvent } from '#core/sim/trace.ts';
import { isInstanceOf } from './instances.ts';

export type Tone = 'plain' | 'good' | 'warning' | 'failure' | 'violation';

/** One event as a line for people, how loud it is, and what it leads to. */
export interface EventLine {
  readonly text: string;
  readonly tone: Tone;
  /** Marked on the time line and read out. */
  readonly isImportant: boolean;
  readonly message: number | undefined;
  readonly decision: number | undefined;
}

export function describeEvent(event: TraceEvent): EventLine {
  const { text, tone = 'plain', isImportant = tone !== 'plain' } = wordsFor(event);
  return {
    text,
    tone,
    isImportant,
    message: 'message' in event ? event.message : undefined,
    decision: 'decision' in event ? event.decision : undefined,
  };
}

/** Most events of a long run are of these kinds, and none of them is ever important. */
export const isRoutine = (kind: TraceEvent['kind']): boolean =>
  kind === 'put' || kind === 'send' || kind === 'get' || kind === 'consumed' || kind === 'open' || kind === 'in-doubt';

/** The important of the events from one place in a run to another; a frame of a play may pass many, and those that follow a failure at once are seldom as telling. */
export function newsBetween({ events }: Trace, from: number, to: number): string {
  const news = events.slice(from, to).flatMap((event) => {
    const line = isRoutine(event.kind) ? undefined : describeEvent(event);
    return line?.isImportant ? [line.text] : [];
  });
  const more = news.length > MOST_NEWS ? [`and ${news.length - MOST_NEWS} more`] : [];
  return [...news.slice(0, MOST_NEWS), ...more].join('. ');
}

const MOST_NEWS = 3;

/** The events that a queue manager, channel, application or message took part in. */
export function concerns(event: TraceEvent, name: string): boolean {
  return Object.entries(event).some(
    ([field, value]) =>
      NAME_FIELDS.has(field) && (value === name || (field === 'application' && isInstanceOf(String(value), name))),
  );
}

/** All events of one message with their place in the trace. */
export function eventsOfMessage(trace: Trace, message: number): readonly { index: number; event: TraceEvent }[] {
  return trace.events.flatMap((event, index) => (isAbout(event, message) ? [{ index, event }] : []));
}

const NAME_FIELDS = new Set(['queueManager', 'queueSharingGroup', 'application', 'from', 'to', 'channel', 'queue']);

interface Words {
  readonly text: string;
  readonly tone?: Tone;
  readonly isImportant?: boolean;
}

function wordsFor(event: TraceEvent): Words {
  switch (event.kind) {
    case 'queue-manager':
      return {
        text:
          event.state === 'stopping'
            ? `${event.queueManager} is ending`
            : `${event.queueManager} is ${event.state}${because(event.reason)}`,
        tone: event.state === 'running' ? 'good' : 'failure',
      };
    case 'application':
      return {
        text: `${event.application} is ${event.state}${event.reason === event.state ? '' : because(event.reason)}`,
        tone: event.state === 'running' ? 'good' : event.state === 'waiting' ? 'plain' : 'failure',
        isImportant: event.state === 'stopped',
      };
    case 'connection':
      return {
        text: `${event.application} connects to ${event.queueManager}${because(event.reason)}`,
        tone: 'good',
        isImportant: false,
      };
    case 'takeover':
      return {
        text: `${event.queueManager} comes up on host ${event.host}, no longer on ${event.from}`,
        tone: 'good',
        isImportant: true,
      };
    case 'transaction':
      return {
        text: `Message ${event.message} in a transaction of ${event.application} is ${event.state.replace('-', ' ')}${because(event.reason)}`,
        tone: event.state === 'in-doubt' ? 'warning' : 'plain',
        isImportant: event.state === 'in-doubt' || event.reason === 'by hand',
      };
    case 'structure':
      return {
        text: `Structure ${event.structure} of ${event.queueSharingGroup} ${event.state === 'failed' ? 'has failed' : 'is there again'}`,
        tone: event.state === 'failed' ? 'failure' : 'good',
        isImportant: true,
      };
    case 'link':
      return {
        text: `Link ${event.from} – ${event.to} is ${event.state}`,
        tone: event.state === 'up' ? 'good' : 'failure',
        isImportant: true,
      };
    case 'channel':
      return {
        text: `Channel ${event.channel} ${event.from} → ${event.to} is ${event.state}${because(event.reason)}`,
        tone: event.state === 'RETRYING' || event.state === 'STOPPED' ? 'warning' : 'plain',
      };
    case 'open':
      return {
        text: `${event.application} opened ${event.queue} on ${event.queueManager}${event.bound === undefined ? '' : `, bound to ${event.bound}`}`,
      };
    case 'rejected':
      return {
        text: `${event.call} by ${event.application} on ${event.queue} failed: ${reasonText(event.reason)}`,
        tone: 'warning',
      };
    case 'put':
      return {
        text: `${event.application} put message ${event.message} to ${event.queue} on ${event.queueManager}${event.copyOf === undefined ? '' : `, a copy of ${event.copyOf}`}`,
      };
    case 'commit':
      return { text: `${event.application} committed ${counted(event.messages.length)} on ${event.queueManager}` };
    case 'enqueue':
      return enqueueWords(event);
    case 'send':
      return { text: `Message ${event.message} left ${event.from} for ${event.to} over ${event.channel}` };
    case 'return':
      return {
        text: `Message ${event.message} came back to ${event.queue} on ${event.queueManager}${because(event.reason)}`,
        tone: 'warning',
        isImportant: false,
      };
    case 'in-doubt':
      return {
        text: `${listed(event.messages)} ${event.isInDoubt ? 'in doubt on' : 'no longer in doubt on'} ${event.channel} ${event.from} → ${event.to}`,
      };
    case 'get':
      return { text: `${event.application} got message ${event.message} from ${event.queue} on ${event.queueManager}` };
    case 'consumed':
      return { text: `${event.application} finished message ${event.message}` };
    case 'backout':
      return {
        text: `${event.application} backed out message ${event.message} (${event.count}×)`,
        tone: 'warning',
        isImportant: false,
      };
    case 'gone':
      return { text: `Message ${event.message} ${event.how}${because(event.reason)}`, tone: 'failure' };
    case 'command':
      return {
        text: `${event.queueManager}: ${event.command} – ${event.result}`,
        tone: 'plain',
        isImportant: true,
      };
    case 'note':
      return { text: event.text };
    case 'violation':
      return { text: `${VIOLATIONS[event.violation.kind]}: ${event.violation.detail}`, tone: 'violation' };
  }
}

function enqueueWords(event: Extract<TraceEvent, { kind: 'enqueue' }>): Words {
  const where = `${event.queue} on ${event.queueManager}`;
  switch (event.role) {
    case 'target':
      return { text: `Message ${event.message} arrived on ${where}${because(event.reason)}` };
    case 'transmission': {
      const to = event.target?.queueManager ?? 'its queue manager';
      // The target says who was chosen.
      const reason = event.reason === `chosen: ${to}` ? '' : because(event.reason);
      return {
        text: `Message ${event.message} waits on ${event.queueManager} for ${event.target?.channel ?? 'a channel'} to ${to}${reason}`,
      };
    }
    case 'dead-letter':
      return {
        text: `Message ${event.message} went to the dead-letter queue ${where}${because(event.reason)}`,
        tone: 'failure',
      };
    case 'backout':
      return {
        text: `Message ${event.message} went to the backout queue ${where}${because(event.reason)}`,
        tone: 'warning',
      };
  }
}

export const VIOLATIONS = {
  conservation: 'Message count does not add up',
  duplicate: 'Message delivered twice',
  order: 'Out of order',
  'group-split': 'Group split',
  affinity: 'Affinity broken',
} as const;

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`);

const counted = (messages: number): string => (messages === 1 ? '1 message' : `${messages} messages`);

function listed(messages: readonly number[]): string {
  if (messages.length === 1) return `Message ${messages[0]} is`;
  const shown = messages.slice(0, 6).join(', ');
  return `Messages ${shown}${messages.length > 6 ? ` and ${messages.length - 6} more` : ''} are`;
}
