import type { Plan } from '#core/scenario/plan.ts';
import { readScenario } from '#core/scenario/read-scenario.ts';

/** Figure 1 with its cluster, ready for applications and events: append sections to it. */
export const figure1 = `version: 1
definitions:
  QM2: |
    DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)
  QM4: |
    DEFINE QLOCAL(Q3) CLUSTER(CL) DEFBIND(NOTFIXED)
clusters:
  CL: { members: [QM1, QM2, QM3, QM4], fullRepositories: [QM1, QM2] }
`;

/** A scenario's problems as lines: severity, the text that is underlined, and the message. */
export const problemsOf = (text: string): readonly string[] =>
  readScenario('test.mqsim.yaml', text).problems.map(
    ({ severity, at, message }) => `${severity} [${text.slice(at.span.start, at.span.end)}] ${message}`,
  );

/** The plan of a scenario that must have no problem. */
export function planOf(text: string): Plan {
  const { plan, problems } = readScenario('test.mqsim.yaml', text);
  const [first] = problems.filter((problem) => problem.severity === 'error');
  if (!plan || first) throw new Error(first?.message ?? 'no plan');
  return plan;
}

/** A copy without places in texts, to compare plans that came from different texts. */
export const withoutPlaces = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === 'at' || key === 'definedAt' ? undefined : each)));
