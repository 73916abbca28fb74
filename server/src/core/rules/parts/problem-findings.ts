import type { LayoutProblem, SyntaxProblem } from '#core/syntax/tree.ts';
import { shift } from '#core/text/span.ts';
import type { CommandCheck, DocumentCheck, LocalFinding } from '../rule.ts';

/** What the parser found in a command, under the name of one rule. Spans relative to the command. */
export const problemsInCommand =
  (code: SyntaxProblem['code']): CommandCheck['run'] =>
  (command) =>
    command.body.problems.filter((problem) => problem.code === code).map(toFinding);

/** What was found while the text was cut into commands, under the name of one rule. */
export const problemsInLayout =
  (code: LayoutProblem['code']): DocumentCheck['run'] =>
  (document) =>
    document.layoutProblems.filter((problem) => problem.code === code).map(toFinding);

/** Both of them, for a name that stands for faults of either kind. Absolute spans. */
export const problemsInDocument = (code: LayoutProblem['code'] & SyntaxProblem['code']): DocumentCheck['run'] =>
  function* (document) {
    yield* problemsInLayout(code)(document);
    // Asked at each keystroke, of files of a hundred thousand lines too: lists are faster to go through than `commandsOf`.
    for (const { commands } of document.slices)
      for (const { start, body } of commands)
        if (body.problems.length > 0)
          for (const problem of body.problems) if (problem.code === code) yield toFinding(moved(problem, start));
  };

const toFinding = ({ span, message, repair }: SyntaxProblem | LayoutProblem): LocalFinding => ({
  span,
  message,
  ...(repair && { fixes: [{ title: repair.title, edits: [{ span: repair.span, newText: repair.newText }] }] }),
});

const moved = (problem: SyntaxProblem, by: number): SyntaxProblem => ({
  ...problem,
  span: shift(problem.span, by),
  ...(problem.repair && { repair: { ...problem.repair, span: shift(problem.repair.span, by) } }),
});
