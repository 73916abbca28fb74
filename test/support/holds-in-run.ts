import { deepEqual, equal, ok } from 'node:assert/strict';
import { messagesIn } from '#core/sim/message-book.ts';
import { cursorOf } from '#core/sim/picture.ts';
import type { Decision, Trace } from '#core/sim/trace.ts';

/** What holds in every run, whatever the plan; throws where it does not. The trace is of full detail. */
export function checkRun(trace: Trace): void {
  checkPlaces(trace);
  checkCounts(trace);
  checkSequences(trace);
  for (const decision of trace.decisions) checkDecision(decision);
}

function checkPlaces({ plan, outcome: { totals, violations, queues } }: Trace): void {
  // Somebody has to rely on what is broken. Groups in logical order are relied on by those who put them; only RESOLVE CHANNEL duplicates.
  const needs = new Set(plan.ordering?.map(({ need }) => need));
  const expected = new Set<string>(['group-split']);
  if (totals.duplicated > 0) expected.add('duplicate');
  if (needs.has('sequence')) expected.add('order');
  if (needs.has('same-queue-manager')) expected.add('affinity');
  deepEqual(
    violations.filter(({ kind }) => !expected.has(kind)),
    [],
  );
  const { consumed, waiting, marooned, inTransit, inDoubt, deadLettered, backedOut, expired, lost } = totals;
  const places = consumed + waiting + marooned + inTransit + inDoubt + deadLettered + backedOut + expired + lost;
  equal(places, totals.put + totals.duplicated + totals.streamed, 'each message is in one place');
  for (const [, all] of Object.entries(queues))
    for (const [name, queue] of Object.entries(all)) ok(queue.depth >= 0, `depth of ${name}`);
}

/** The events alone, read by the code that draws pictures, lead to what the outcome says. */
function checkCounts(trace: Trace): void {
  const { put, duplicated, streamed, consumed, lost } = trace.outcome.totals;
  deepEqual(countedInTrace(trace), {
    put: put + duplicated + streamed,
    consumed,
    lost,
    depths: depthsOf(trace),
  });
}

/**
 * Where a queue is declared to need its sequence, the violations are exactly the messages that the events show to be processed
 * behind a later one of the same program. Copies, publications and what went to a dead-letter or backout queue do not count.
 */
function checkSequences({ plan, events, outcome }: Trace): void {
  const needs = plan.ordering?.filter(({ need }) => need === 'sequence') ?? [];
  if (needs.length === 0) return;
  const queues = new Set(needs.flatMap((need) => need.queues));
  const topics = new Set(plan.applications.flatMap((one) => (one.kind === 'producer' ? (one.topic ?? []) : [])));
  const puts = new Map<number, { readonly application: string; readonly ordinal: number }>();
  const aside = new Set<number>();
  const last = new Map<string, number>();
  const late: number[] = [];
  for (const event of events) {
    if (event.kind === 'put' && event.copyOf === undefined && !topics.has(event.queue))
      puts.set(event.message, { application: event.application, ordinal: puts.size });
    if (event.kind === 'enqueue' && (event.role === 'dead-letter' || event.role === 'backout'))
      aside.add(event.message);
    if (event.kind !== 'consumed' || aside.has(event.message) || !queues.has(event.queue)) continue;
    const put = puts.get(event.message);
    if (put === undefined) continue;
    const before = last.get(put.application) ?? -1;
    if (put.ordinal < before) late.push(event.atUs);
    else last.set(put.application, put.ordinal);
  }
  deepEqual(
    outcome.violations.filter(({ kind }) => kind === 'order').map(({ atMs }) => Math.round(atMs * 1000)),
    late,
    'violations of order',
  );
}

/** Each step keeps or drops, with a reason, each candidate that the one before it kept. */
function checkDecision({ candidates, steps, chosen, reason }: Decision): void {
  const last = candidates.map(() => -1);
  let left = candidates.length;
  for (const [at, { step, kept, dropped }] of steps.entries()) {
    for (const one of kept) {
      equal(last[one], at - 1, step);
      last[one] = at;
    }
    for (const { candidate, reason: why } of dropped) {
      ok(why !== '' && last[candidate] === at - 1, step);
      last[candidate] = steps.length;
    }
    equal(kept.length + dropped.length, left, step);
    // Only the steps that look at membership may leave nothing.
    if (left > 0 && kept.length === 0) ok(step.endsWith('-cluster'), step);
    left = kept.length;
  }
  if (reason !== 0) equal(chosen, undefined);
  else {
    equal(left, 1);
    equal(last[chosen ?? -1], steps.length - 1);
  }
}

function countedInTrace(trace: Trace) {
  const picture = cursorOf(trace).at(trace.events.length);
  const done = [...messagesIn(picture.messages)].flatMap(({ place }) => (place.kind === 'done' ? [place.how] : []));
  const depths: Record<string, number> = {};
  for (const [name, { queues }] of picture.queueManagers) {
    for (const [queue, { depth }] of queues) if (depth !== 0) depths[`${name}/${queue}`] = depth;
  }
  return {
    put: picture.messages.size - done.filter((how) => how === 'backed out').length,
    consumed: done.filter((how) => how === 'consumed').length,
    lost: done.filter((how) => how === 'lost' || how === 'discarded').length,
    depths,
  };
}

function depthsOf({ outcome }: Trace): Record<string, number> {
  const depths: Record<string, number> = {};
  for (const [name, queues] of Object.entries(outcome.queues)) {
    for (const [queue, { depth }] of Object.entries(queues)) if (depth !== 0) depths[`${name}/${queue}`] = depth;
  }
  return depths;
}
