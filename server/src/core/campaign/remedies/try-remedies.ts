import { run } from '#core/sim/run.ts';
import type { Outcome } from '#core/sim/trace.ts';
import { type Harm, harms } from '../harms.ts';
import { type Case, planOf } from '../shrink/case.ts';
import { shrinkList } from '../shrink/shrink-list.ts';
import type { Remedied } from '../types.ts';
import { remedies } from './index.ts';
import { applyEdits, changeOf, type Edit } from './remedy.ts';

/** More would only blur what to do. */
const mostRemedies = 3;

/** The remedies that prevent the harm in this case and do none that is as bad, each with the places to change. */
export function tryRemedies(from: Case, harm: Harm): readonly Remedied[] {
  const before = outcomeOf(from, []);
  const healthy = run(from.base, { detail: 'off' }).outcome;
  const helps = (edits: readonly Edit[]): boolean => {
    const after = outcomeOf(from, edits);
    return harm.amountIn(after) <= harm.amountIn(healthy) && !isWorse(after, before, healthy);
  };
  const found: Remedied[] = [];
  for (const { advice, ruleOf, harms: meant, editsOf, where } of remedies) {
    if (found.length >= mostRemedies) break;
    if (!meant.includes(harm.name)) continue;
    const edits = editsOf(from.base);
    if (edits.length === 0 || !helps(edits)) continue;
    const needed = where === 'fewest' ? shrinkList(edits, helps) : edits;
    found.push({ advice, rule: ruleOf(edits, from.base), changes: needed.map((edit) => changeOf(from.base, edit)) });
  }
  return found;
}

/** Messages that wait may wait elsewhere; what is worse must not take its place. What is there without any failure is none of the remedy's doing. */
const isWorse = (after: Outcome, ...others: readonly Outcome[]): boolean =>
  harms.some(
    (harm) =>
      harm.severity('for-good') !== 'note' &&
      harm.amountIn(after) > Math.max(...others.map((each) => harm.amountIn(each))),
  );

const outcomeOf = ({ base, faults }: Case, edits: readonly Edit[]): Outcome =>
  run(planOf({ base: applyEdits(base, edits), faults }), { detail: 'off' }).outcome;
