import { type OpenQuestion, openQuestions } from '#core/facts/open-questions.ts';
import { note } from './notes.ts';
import type { World } from './world.ts';

/** Whether the run takes this answer: the scenario's, else the first. */
export function assumes<Name extends OpenQuestion>(
  world: World,
  name: Name,
  answer: (typeof openQuestions)[Name]['answers'][number],
): boolean {
  const given = world.plan.assume[name];
  const answers: readonly string[] = openQuestions[name].answers;
  world.assumed.add(name);
  return (given !== undefined && answers.includes(given) ? given : answers[0]) === answer;
}

/** What a reader of the outcome should know: the run met these open questions, and another answer may change it. */
export const assumptionWarnings = (world: World): { readonly code: string; readonly detail: string }[] =>
  [...world.assumed].map((name) => {
    const answers: readonly string[] = openQuestions[name].answers;
    const given = world.plan.assume[name] ?? answers[0];
    const others = answers.filter((answer) => answer !== given).join(' or ');
    return {
      code: 'assumed',
      detail: `IBM's documentation leaves a question open that this run met, ${name}: ${given} is taken for granted, not ${others}.`,
    };
  });

/** Says which assumptions of the plan mean nothing. */
export function checkAssumptions(world: World): void {
  for (const [name, given] of Object.entries(world.plan.assume)) {
    const answers: readonly string[] | undefined = Object.entries(openQuestions).find(([known]) => known === name)?.[1]
      .answers;
    if (answers === undefined) note(world, undefined, `There is no assumption ${name}.`);
    else if (!answers.includes(given)) note(world, undefined, `${name} is ${answers.join(' or ')}, not ${given}.`);
  }
}
