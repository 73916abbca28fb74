import { kept } from '#core/text/kept.ts';
import { mermaidText } from '#core/text/mermaid.ts';
import { reasonText } from './put-checks.ts';
import { isAbout } from './story.ts';
import type { Trace, TraceEvent, Violation } from './trace.ts';

export interface SequenceOptions {
  /** Only what happened to these; none: everything. */
  readonly messages?: readonly number[] | undefined;
  /** So many arrows and notes are drawn; how many more there are is said below. */
  readonly most?: number;
}

/** More than this nobody reads, and Mermaid refuses diagrams that are much larger. */
const defaultMost = 200;

/**
 * A run as a sequence diagram of Mermaid: applications and queue managers side by side, each put, transfer and get an arrow from one to
 * the other, and a note where a message stops, comes back or is lost, or something fails.
 */
export function sequenceDiagram(
  { events }: Pick<Trace, 'events'>,
  { messages, most = defaultMost }: SequenceOptions = {},
): string {
  const lanes = new Map<string, string>();
  let last: string | undefined;
  const lane = (name: string): string => {
    last = kept(lanes, name, () => `p${lanes.size}`);
    return last;
  };
  const lines: string[] = [];
  let left = 0;
  for (const event of events) {
    if (messages && !messages.some((one) => isAbout(event, one)) && !isFailure(event)) continue;
    const drawn = event.kind === 'violation' ? broken(event.violation, last) : draw(event, lane);
    if (drawn === undefined) continue;
    if (lines.length < most) lines.push(drawn);
    else left += 1;
  }
  const [first = lane('nothing happened')] = lanes.values();
  const more = left > 0 ? [`Note over ${first}: ${left} more are not drawn`] : [];
  const participants = Array.from(lanes, ([name, id]) => `participant ${id} as ${mermaidText(name)}`);
  return `${['sequenceDiagram', ...[...participants, ...lines, ...more].map((line) => `  ${line}`)].join('\n')}\n`;
}

/** What moves messages without being about one. */
const isFailure = ({ kind }: TraceEvent): boolean =>
  kind === 'queue-manager' || kind === 'link' || kind === 'takeover' || kind === 'structure';

function draw(event: TraceEvent, lane: (name: string) => string): string | undefined {
  const arrow = (from: string, shape: string, to: string, text: string): string =>
    `${lane(from)}${shape}${lane(to)}: ${mermaidText(`${text} (${milliseconds(event.atUs)})`)}`;
  const note = (at: string, text: string): string =>
    `Note over ${lane(at)}: ${mermaidText(`${text} (${milliseconds(event.atUs)})`)}`;
  switch (event.kind) {
    case 'put':
      return arrow(event.application, '->>', event.queueManager, `puts message ${event.message} to ${event.queue}`);
    case 'rejected':
      return arrow(event.queueManager, '--x', event.application, `${event.call} fails: ${reasonText(event.reason)}`);
    case 'enqueue':
      if (event.role === 'transmission')
        return note(
          event.queueManager,
          `message ${event.message} waits for ${event.target?.channel || 'a channel'}, ${event.reason}`,
        );
      return event.role === 'target'
        ? undefined
        : note(
            event.queueManager,
            `message ${event.message} on the ${event.role} queue ${event.queue}: ${event.reason}`,
          );
    case 'send':
      return arrow(event.from, '->>', event.to, `message ${event.message} over ${event.channel}`);
    case 'return':
      return arrow(event.to, '-->>', event.queueManager, `message ${event.message} is back: ${event.reason}`);
    case 'in-doubt':
      return event.isInDoubt
        ? note(event.from, `${numbers(event.messages)} in doubt over ${event.channel}`)
        : undefined;
    case 'get':
      return arrow(event.queueManager, '->>', event.application, `message ${event.message} from ${event.queue}`);
    case 'backout':
      return arrow(
        event.application,
        '-->>',
        event.queueManager,
        `backs message ${event.message} out, count ${event.count}`,
      );
    case 'gone':
      return note(event.queueManager, `message ${event.message} is gone, ${event.how}: ${event.reason}`);
    case 'transaction':
      return note(event.application, `transaction of message ${event.message} ${event.state}: ${event.reason}`);
    case 'queue-manager':
      return note(event.queueManager, `${event.queueManager} is ${event.state}: ${event.reason}`);
    case 'takeover':
      return note(event.queueManager, `${event.queueManager} moves from ${event.from} to ${event.host}`);
    case 'link':
      return `Note over ${lane(event.from)},${lane(event.to)}: ${mermaidText(`the link is ${event.state} (${milliseconds(event.atUs)})`)}`;
    default:
      return undefined;
  }
}

/** Told where it came out: beside what happened last. */
const broken = ({ detail }: Violation, lane: string | undefined): string | undefined =>
  lane === undefined ? undefined : `Note over ${lane}: ${mermaidText(detail)}`;

const numbers = (messages: readonly number[]): string =>
  messages.length > 6 ? `${messages.length} messages` : `message ${messages.join(', ')}`;

const milliseconds = (microseconds: number): string => `${Number((microseconds / 1000).toFixed(3))} ms`;
