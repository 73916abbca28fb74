import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '#core/sim/run.ts';
import type { Candidate, Decision, Trace } from '#core/sim/trace.ts';
import {
  keyOf,
  mayChoose,
  type PlainCluster,
  type PlainQueueManager,
  type PlainRoute,
  stepOf,
  waysFrom,
} from '../support/plain-workload.ts';
import { type RandomWorkload, randomWorkload } from '../support/random-workload.ts';
import { planFrom } from '../support/scenario.ts';

/** How many decisions are compared at least; a million are tried with `WORKLOAD_PUTS=1000000`. */
const wanted = Number(process.env.WORKLOAD_PUTS ?? 20_000);

describe('the workload algorithm', { timeout: Math.max(240_000, wanted * 6) }, () => {
  test(`agrees with a second, plain implementation in ${wanted} decisions`, () => {
    let compared = 0;
    for (let seed = 1; compared < wanted; seed++) {
      fc.assert(
        fc.property(randomWorkload, (workload) => {
          const trace = run(planFrom(workload.scenario), { detail: 'full' });
          compared += compare(workload, trace);
        }),
        { numRuns: 100, seed },
      );
    }
    expect(compared).toBeGreaterThanOrEqual(wanted);
  });
});

/** Follows the trace, decision by decision; returns how many there were. */
function compare({ cluster }: RandomWorkload, trace: Trace): number {
  const sides = new Map(cluster.queueManagers.map((chooser) => [chooser.name, follow(chooser, cluster)]));
  let next = 0;
  const decideUpTo = (passes: (decision: Decision) => boolean) => {
    for (let decision = trace.decisions[next]; decision && passes(decision); decision = trace.decisions[++next]) {
      sides.get(decision.queueManager)?.meet(decision);
    }
  };
  const troubled = new Set<string>();
  for (const event of trace.events) {
    if ('decision' in event && event.decision !== undefined) {
      const until = event.decision;
      decideUpTo(({ id }) => id <= until);
    }
    if (event.kind !== 'channel') continue;
    const name = `${event.from} ${event.channel}`;
    if (event.state === 'RETRYING' || event.state === 'STOPPED') troubled.add(name);
    else if (event.state === 'RUNNING' && troubled.delete(name)) {
      decideUpTo(({ atUs }) => atUs < event.atUs);
      sides.get(event.from)?.startAnew();
    }
  }
  decideUpTo(() => true);
  return trace.decisions.length;
}

/** What one queue manager would do, and what it did. */
function follow(chooser: PlainQueueManager, cluster: PlainCluster) {
  const lastChosen = new Map<string, number>();
  const factors = new Map<string, number>();
  let choices = 0;
  return {
    /** A channel became available again. */
    startAnew: () => factors.clear(),
    meet(decision: Decision): void {
      const cameOverClusterChannel = decision.occasion === 'arrival';
      const ways = waysFrom(chooser, cluster);
      const seen = routesOf(decision, ways, chooser);
      const allowed = mayChoose(ways, chooser, cluster, seen.stateOf, cameOverClusterChannel, { lastChosen, factors });
      const told = `${JSON.stringify(decision, undefined, 1)}\n${JSON.stringify(cluster)}`;
      expect([...seen.routes.values()].map(keyOf).sort(), told).toEqual(ways.map(keyOf).sort());
      const best = allowed[0];
      const chosen = decision.chosen === undefined ? undefined : seen.routes.get(decision.chosen);
      if (best === undefined || !best.queue.isPutEnabled) {
        expect(chosen, told).toBeUndefined();
        expect(decision.reason, told).toBe(best === undefined ? 2085 : 2051);
        return;
      }
      expect(allowed.map(keyOf), told).toContain(chosen && keyOf(chosen));
      if (chosen === undefined) return;
      lastChosen.set(keyOf(chosen), ++choices);
      factors.set(keyOf(chosen), (factors.get(keyOf(chosen)) ?? 0) + stepOf(chosen));
    },
  };
}

/** The candidates of a decision that are still there after the two steps that look at membership, as plain routes. */
function routesOf({ candidates, steps }: Decision, ways: readonly PlainRoute[], chooser: PlainQueueManager) {
  const left = steps.find(({ step }) => step === 'queue-cluster')?.kept ?? candidates.map((_, index) => index);
  const local = ways.filter(({ isLocal }) => isLocal);
  const routes = new Map<number, PlainRoute>();
  const states = new Map<PlainRoute, string>();
  let locals = 0;
  for (const index of left) {
    const candidate = candidates[index] as Candidate;
    // Local candidates have no channel; they stand in the order of the receivers.
    const route = candidate.isLocal
      ? local[locals++]
      : ways.find(({ owner, receiver }) => owner !== chooser && receiver.name === candidate.channel);
    if (route === undefined) continue;
    routes.set(index, route);
    states.set(route, candidate.channelState ?? 'RUNNING');
  }
  return { routes, stateOf: (route: PlainRoute) => states.get(route) ?? '' };
}
