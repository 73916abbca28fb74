import type { Plan } from '#core/scenario/plan.ts';
import { reasonText } from '#core/sim/put-checks.ts';
import { run } from '#core/sim/run.ts';
import type { TraceEvent } from '#core/sim/trace.ts';
import { type Harm, harmNamed } from './harms.ts';
import { faultEventsOf } from './rehearse.ts';
import { tryRemedies } from './remedies/try-remedies.ts';
import { planOf } from './shrink/case.ts';
import { shrink } from './shrink/shrink.ts';
import type { CaseSpec, Failure, HarmName, Shown } from './types.ts';

export interface CellToShow {
  readonly base: Plan;
  readonly spec: CaseSpec;
  readonly failures: readonly Failure[];
  readonly harm: HarmName;
  readonly outageUs: number;
  readonly name: string;
}

/** The smallest scenario of a harm, as a test that fails until it is prevented; why it happens, and what prevents it. */
export function showCell({ base, spec, failures, harm: name, outageUs, name: scenario }: CellToShow): Shown {
  const harm = harmNamed(name);
  const faults = faultEventsOf(spec, failures, outageUs);
  const original = { base, faults };
  if (harm === undefined) return { scenario: planOf(original), because: '', remedies: [] };
  const smallest = shrink(original, harm);
  const titles = spec.faults.map(({ failure }) => failures[failure]?.title).join(', then ');
  const healthy = harm.amountIn(run(smallest.base, { detail: 'off' }).outcome);
  const plan: Plan = {
    ...planOf(smallest),
    name: `${harm.title}: ${titles}${scenario === '' ? '' : ` (${scenario})`}`,
    expectations: [`${harm.path} == ${healthy}`],
    warnings: [],
  };
  const { events } = run(plan, { detail: 'full' });
  return { scenario: plan, because: reasonFor(harm, events), remedies: tryRemedies(original, harm) };
}

/** What the trace says when the harm is done first, else where its messages were last. */
function reasonFor(harm: Harm, events: readonly TraceEvent[]): string {
  for (const event of events) {
    const words = tell(harm.name, event);
    if (words !== undefined) return words;
  }
  const last = events.findLast((event) => event.kind === 'channel' || event.kind === 'return');
  if (last?.kind === 'return') return `Message ${last.message} came back to ${last.queue}: ${last.reason}`;
  return last?.kind === 'channel' ? `${last.channel} ${last.from} → ${last.to} is ${last.state}: ${last.reason}` : '';
}

function tell(harm: HarmName, event: TraceEvent): string | undefined {
  switch (event.kind) {
    case 'violation':
      return event.violation.kind === harm ? event.violation.detail : undefined;
    case 'gone':
      return (harm === 'lost' && event.how !== 'expired') || (harm === 'expired' && event.how === 'expired')
        ? `Message ${event.message} is ${event.how} on ${event.queueManager}: ${event.reason}`
        : undefined;
    case 'enqueue':
      return (harm === 'dead-lettered' && event.role === 'dead-letter') ||
        (harm === 'backed-out' && event.role === 'backout')
        ? `Message ${event.message} goes to ${event.queue} on ${event.queueManager}: ${event.reason}`
        : undefined;
    case 'rejected':
      return harm === 'rejected'
        ? `${event.call} by ${event.application} on ${event.queue} fails: ${reasonText(event.reason)}`
        : undefined;
    case 'in-doubt':
      return harm === 'in-doubt' && event.isInDoubt
        ? `${event.messages.length === 1 ? `Message ${event.messages[0]} is` : `Messages ${event.messages.join(', ')} are`} in doubt on ${event.channel} ${event.from} → ${event.to}`
        : undefined;
    default:
      return undefined;
  }
}
