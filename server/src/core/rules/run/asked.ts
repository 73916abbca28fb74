import type { Estate } from '#core/model/model.ts';
import type { Ask, Rule } from '../rule.ts';
import { changedSince, type Run } from './history.ts';
import { type Fact, isSameAnswer, isTouched, joinReads, type Reads } from './reads.ts';

/** A question that a rule asked of the estate. */
export interface Asked {
  readonly rule: Rule;
  readonly question: (estate: Estate) => unknown;
  readonly answer: unknown;
  /** What the answer rests on, as it was when it was asked for last. */
  reads: Reads;
}

/** What is kept of a check with the questions that it asked. */
export interface Answers {
  readonly asked: readonly Asked[];
  /** What all answers together rest on. */
  reads: ReadonlySet<string | Fact>;
  /** The last run in which all answers were what they are here. */
  edition: number;
}

/** Asks for one rule after the other, and notes what each asked; nothing can be asked after `end`. */
export function askIn({ tracked }: Run) {
  const asked: Asked[] = [];
  // Questions are kept, and with them all that they can reach: this estate must not be among it when the next one is there.
  const now: { tracked: Run['tracked'] | undefined } = { tracked };
  const askFor =
    (rule: Rule): Ask =>
    (question) => {
      if (!now.tracked) throw new Error('a question after the check');
      const reads = now.tracked.into();
      const answer = question(now.tracked.view);
      asked.push({ rule, question, answer, reads });
      return answer;
    };
  const end = (): void => {
    now.tracked = undefined;
  };
  return { askFor, asked, end };
}

/** The rules that had an answer which is another now; none: the answers are noted as those of this run. */
export function staleRules(answers: Answers, run: Run): ReadonlySet<Rule> {
  if (answers.asked.length === 0 || answers.edition === run.edition) return none;
  const changed = changedSince(answers.edition, run);
  const stale = isTouched(answers.reads, changed) ? askAgain(answers, changed, run) : none;
  if (stale.size === 0) answers.edition = run.edition;
  return stale;
}

const none: ReadonlySet<Rule> = new Set();

function askAgain(answers: Answers, changed: ReadonlySet<string | Fact> | undefined, run: Run): ReadonlySet<Rule> {
  const stale = new Set<Rule>();
  for (const one of answers.asked) {
    if (stale.has(one.rule) || !isTouched(one.reads, changed)) continue;
    const reads = run.tracked.into();
    if (hasAnswer(one, run.tracked.view)) one.reads = reads;
    else stale.add(one.rule);
  }
  if (stale.size === 0) answers.reads = joinReads(answers.asked);
  return stale;
}

/** A question that only made sense after another answer may fail now. */
function hasAnswer({ question, answer }: Asked, estate: Estate): boolean {
  try {
    return isSameAnswer(question(estate), answer);
  } catch {
    return false;
  }
}
