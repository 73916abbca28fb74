import type { Harm } from '../harms.ts';
import { type Case, holdsFor, type Reduction } from './case.ts';
import {
  fewerApplications,
  fewerArrangements,
  fewerBefore,
  fewerEvents,
  fewerFaults,
  fewerMessages,
  fewerNeeds,
  fewerQueueManagers,
} from './fewer.ts';
import { plainAttributes, plainValues, roundTimes } from './simpler.ts';

/** What is tried, in this order, again and again until nothing gets smaller: what takes most away comes first. */
const reductions: readonly Reduction[] = [
  fewerEvents,
  fewerFaults,
  fewerApplications,
  fewerQueueManagers,
  fewerArrangements,
  fewerMessages,
  fewerBefore,
  fewerNeeds,
  plainValues,
  plainAttributes,
  roundTimes,
];

/** Runs that one shrink may take. */
const mostRuns = 1200;
const mostRounds = 4;

/** The smallest case that still does this harm, for the same reason. The same case gives the same. */
export function shrink(original: Case, harm: Harm): Case {
  const holds = holdsFor(harm, original, mostRuns);
  let smallest = original;
  for (let round = 0; round < mostRounds; round++) {
    const before = smallest;
    for (const reduce of reductions) smallest = reduce(smallest, holds, harm);
    if (smallest === before) break;
  }
  return smallest;
}
