import { messageIn } from './message-book.ts';
import { cursorOf } from './picture.ts';
import { reasonText } from './put-checks.ts';
import type { Decision, Trace, TraceEvent } from './trace.ts';
import { wayOf, whatMovesIt } from './what-moves-it.ts';

/**
 * What happened to one message, from its put to its end, one line per event; and what would move it on, if it waits at the
 * end. With `explain`, each decision about it follows the event that it led to.
 */
export function storyOf(
  trace: Trace,
  message: number,
  explain?: (decision: Decision) => readonly string[],
): readonly string[] {
  const lines: string[] = [];
  const told = new Set<number>();
  const life = trace.events.filter((event) => isAbout(event, message));
  for (const event of life) {
    const words = tell(event);
    if (words !== undefined) lines.push(`${(event.atUs / 1000).toFixed(3)} ms  ${words}`);
    const decision = 'decision' in event && event.decision !== undefined ? trace.decisions[event.decision] : undefined;
    if (explain === undefined || decision === undefined || told.has(decision.id)) continue;
    told.add(decision.id);
    lines.push(...explain(decision).map((line) => `    ${line}`));
  }
  const end = cursorOf(trace).atTime(trace.outcome.endedAtMs * 1000);
  const last = messageIn(end.messages, message);
  const way = last === undefined ? undefined : whatMovesIt(trace.plan, end, last, wayOf(trace.plan, life));
  return way === undefined ? lines : [...lines, `what moves it on: ${way}`];
}

/** Whether an event is part of the life of a message. */
export const isAbout = (event: TraceEvent, message: number): boolean =>
  ('message' in event && event.message === message) ||
  ((event.kind === 'in-doubt' || event.kind === 'commit') && event.messages.includes(message)) ||
  (event.kind === 'violation' && event.violation.message === message);

function tell(event: TraceEvent): string | undefined {
  switch (event.kind) {
    case 'put':
      return `${event.application} puts it to ${event.queue} at ${event.queueManager} (${event.persistent ? 'persistent' : 'nonpersistent'}, ${event.bound ? 'bound' : 'not bound'})`;
    case 'enqueue': {
      const { queue, queueManager, role, target, reason } = event;
      const where = role === 'target' ? `${queue} at ${queueManager}` : `${role} queue ${queue} at ${queueManager}`;
      const aim =
        target === undefined
          ? ''
          : `, for ${target.queue} at ${target.queueManager}${target.channel === '' ? '' : ` over ${target.channel}`}`;
      return `on ${where}${aim}: ${reason}`;
    }
    case 'send':
      return `${event.channel} sends it from ${event.from} to ${event.to}`;
    case 'return':
      return `back on ${event.queue} at ${event.queueManager}: ${event.reason}`;
    case 'in-doubt':
      return event.isInDoubt
        ? `${event.channel} asks for confirmation and is in doubt`
        : `${event.channel} is no longer in doubt`;
    case 'commit':
      return `${event.application} commits its unit of work`;
    case 'get':
      return `${event.application} gets it from ${event.queue} at ${event.queueManager}`;
    case 'consumed':
      return `${event.application} has processed it`;
    case 'transaction':
      return `the transaction of ${event.application} is ${event.state}: ${event.reason}`;
    case 'backout':
      return `${event.application} backs it out (count ${event.count})`;
    case 'gone':
      return `${event.how}: ${event.reason}`;
    case 'rejected':
      return `${event.call} fails: ${reasonText(event.reason)}`;
    case 'note':
      return event.text;
    case 'violation':
      return event.violation.detail;
    default:
      return undefined;
  }
}
