import type { Plan } from '#core/scenario/plan.ts';
import { addEventRow, eventKinds, eventRow, makeEventRecorder, trimmed } from './event-log.ts';
import { eventShapes } from './event-shapes.ts';
import { makeTrace } from './make-trace.ts';
import type { Candidate, Decision, DecisionStep, Outcome, Trace } from './trace.ts';

/*
 * A trace as JSON lines; docs/trace-file.md tells readers of the format. The first line says what the rows mean and holds the
 * plan, which runs the same again; then come the texts, the events, the decisions, and last the outcome.
 */

const traceFormat = 'mqsc-trace';
const traceVersion = 1;

export function* traceLines({ plan, log, decisions, outcome }: Trace): Iterable<string> {
  const kinds = Object.fromEntries(eventKinds.map((kind) => [kind, Object.entries(eventShapes[kind])]));
  yield JSON.stringify({ format: traceFormat, version: traceVersion, seed: plan.seed, kinds, plan });
  for (const [number, text] of log.texts.entries()) yield JSON.stringify(['text', number, text]);
  for (let at = 0; at < log.length; at++) yield JSON.stringify(['event', ...eventRow(log, at)]);
  yield* decisionLines(decisions);
  yield JSON.stringify(['outcome', outcome]);
}

export type TraceReading =
  | { readonly kind: 'read'; readonly trace: Trace }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads what `traceLines` wrote. */
export function readTrace(lines: Iterable<string>): TraceReading {
  const recorder = makeEventRecorder();
  const parts: unknown[] = [];
  const decisions: Decision[] = [];
  let plan: Plan | undefined;
  let outcome: Outcome | undefined;
  let number = 0;
  for (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const row = parsed(line);
    if (plan === undefined) {
      const header = asHeader(row);
      if (typeof header === 'string') return { kind: 'unreadable', reason: header };
      plan = header;
    } else if (!Array.isArray(row)) return { kind: 'unreadable', reason: `line ${number} is no row` };
    else if (row[0] === 'text') recorder.log.texts.push(String(row[2]));
    else if (row[0] === 'event') {
      if (!addEventRow(recorder, row.slice(1))) return { kind: 'unreadable', reason: `line ${number} is no event` };
    } else if (row[0] === 'part') parts.push(row[2]);
    else if (row[0] === 'decision') decisions.push(decisionOf(row[1], parts));
    else if (row[0] === 'outcome') outcome = row[1];
  }
  if (plan === undefined || outcome === undefined) return { kind: 'unreadable', reason: 'it ends too early' };
  return { kind: 'read', trace: makeTrace({ plan, log: trimmed(recorder.log), decisions, outcome }) };
}

/** The plan, or why this is no trace that can be read. */
function asHeader(row: unknown): Plan | string {
  if (typeof row !== 'object' || row === null || !('format' in row) || row.format !== traceFormat)
    return 'it is no trace of mqsc simulate';
  const version = 'version' in row ? row.version : undefined;
  if (version !== traceVersion) return `it is of version ${version}, this program reads version ${traceVersion}`;
  return 'plan' in row ? (row.plan as Plan) : 'it has no plan';
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Candidates and steps come again and again: each is written once, as a part, and named by its number. */
function* decisionLines(decisions: readonly Decision[]): Iterable<string> {
  const numbers = new Map<string, number>();
  for (const decision of decisions) {
    const written = [decision.candidates, ...decision.steps].map((part) => JSON.stringify(part));
    for (const part of written) {
      if (numbers.has(part)) continue;
      yield `["part",${numbers.size},${part}]`;
      numbers.set(part, numbers.size);
    }
    const [ofCandidates, ...ofSteps] = written.map((part) => numbers.get(part));
    yield JSON.stringify(['decision', { ...decision, candidates: ofCandidates, steps: ofSteps }]);
  }
}

function decisionOf(row: unknown, parts: readonly unknown[]): Decision {
  const decision = row as Omit<Decision, 'candidates' | 'steps'> & {
    readonly candidates: unknown;
    readonly steps: unknown;
  };
  const part = (number: unknown) => parts[Number(number)];
  const steps: readonly unknown[] = Array.isArray(decision.steps) ? decision.steps : [];
  return {
    ...decision,
    candidates: part(decision.candidates) as Candidate[],
    steps: steps.map(part) as DecisionStep[],
  };
}
