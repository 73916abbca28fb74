import { note } from './notes.ts';
import type { World } from './world.ts';

/**
 * Where IBM's documentation leaves a question open, a scenario's `assume:` may answer it; the first answer is what a
 * run takes for granted otherwise. docs/simulation.md says what is known of each.
 */
export const assumptions = {
  /** An unbound message meets a full queue: is another instance tried before message retry and the dead-letter queue? */
  'full-queue': ['same-instance', 'another-instance'],
  /** A message cannot be put where it arrives: is another instance tried first, or the same one again (MRRTY)? */
  'arrival-tries-first': ['another-instance', 'message-retry'],
  /** Does each later attempt of a retrying channel that fails give its messages to other channels again? */
  'retry-drives-rerouting': ['no', 'yes'],
  /** Does STOP CHANNEL give its messages to other channels? */
  'stop-drives-rerouting': ['yes', 'no'],
  /** A sender channel whose transmission queue has no trigger: does somebody start it? */
  'untriggered-sender': ['started', 'waits'],
  /** A handle is bound to an instance that has left the cluster: does a put still go there? */
  'bound-instance-gone': ['goes-there', 'put-fails'],
  /** Do channels that SUSPEND QMGR MODE(FORCE) stops stay stopped? */
  'suspend-force-lasts': ['until-resume', 'no'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type AssumptionName = keyof typeof assumptions;

export function assumes<Name extends AssumptionName>(
  world: World,
  name: Name,
  answer: (typeof assumptions)[Name][number],
): boolean {
  const given = world.plan.assume[name];
  const answers: readonly string[] = assumptions[name];
  world.assumed.add(name);
  return (given !== undefined && answers.includes(given) ? given : answers[0]) === answer;
}

/** What a reader of the outcome should know: the run met these open questions, and another answer may change it. */
export const assumptionWarnings = (world: World): { readonly code: string; readonly detail: string }[] =>
  [...world.assumed].map((name) => {
    const answers: readonly string[] = assumptions[name];
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
    const answers: readonly string[] | undefined = Object.entries(assumptions).find(([known]) => known === name)?.[1];
    if (answers === undefined) note(world, undefined, `There is no assumption ${name}.`);
    else if (!answers.includes(given)) note(world, undefined, `${name} is ${answers.join(' or ')}, not ${given}.`);
  }
}
