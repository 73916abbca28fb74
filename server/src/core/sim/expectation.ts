import { type Datum, evaluate } from './expression.ts';
import type { Outcome } from './trace.ts';

/**
 * Whether one `expect:` line holds. It reads the outcome as `mqsc simulate --format json` prints it; channels are also
 * found as `channels.QM1["CL.QM2"]`. What never happened counts as 0 in `routes` and `rejected`. A line that cannot be
 * read fails, with the reason as its actual value.
 */
export function evaluateExpectation(
  expect: string,
  outcome: Omit<Outcome, 'expectations'>,
): Outcome['expectations'][number] {
  const evaluation = evaluate(expect, datumOf(outcome), standInFor);
  if (evaluation.kind === 'unreadable') return { expect, passed: false, actual: evaluation.reason };
  return { expect, passed: evaluation.value === true, actual: evaluation.actual };
}

function datumOf(outcome: Omit<Outcome, 'expectations'>): Datum {
  const channels: Record<string, Record<string, Datum>> = {};
  for (const channel of outcome.channels) {
    const ofSender = channels[channel.from] ?? {};
    channels[channel.from] = ofSender;
    ofSender[channel.name] = { ...channel };
  }
  return {
    scenario: outcome.scenario,
    seed: outcome.seed,
    endedAtMs: outcome.endedAtMs,
    events: outcome.events,
    lastConsumedAtMs: outcome.lastConsumedAtMs,
    totals: outcome.totals,
    queues: record(outcome.queues, (queues) => record(queues, (queue) => ({ ...queue }))),
    channels,
    applications: record(outcome.applications, (application) => ({ ...application })),
    routes: outcome.routes,
    violations: outcome.violations.map((violation) => ({ ...violation })),
    commands: (outcome.commands ?? []).map((command) => ({ ...command })),
    warnings: outcome.warnings.map((warning) => ({ ...warning })),
  };
}

function record<T>(from: Readonly<Record<string, T>>, to: (value: T) => Datum): Datum {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value)]));
}

const standInFor = (path: readonly string[]): number | undefined =>
  (path[0] === 'routes' && path.length > 2) || (path[0] === 'applications' && path.includes('rejected'))
    ? 0
    : undefined;
