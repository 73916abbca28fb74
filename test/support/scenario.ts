import type { Plan } from '#core/scenario/plan.ts';
import { readScenario } from '#core/scenario/read-scenario.ts';
import { run } from '#core/sim/run.ts';
import type { Trace } from '#core/sim/trace.ts';

/** The plan of a scenario's text; `version: 1` may be left out. Fails the test when the text has mistakes. */
export function planFrom(text: string): Plan {
  const { plan, problems } = readScenario(
    'test.mqsim.yaml',
    text.startsWith('version:') ? text : `version: 1\n${text}`,
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (plan === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return plan;
}

export const traceOf = (text: string): Trace => run(planFrom(text), { detail: 'full' });

/** A cluster CL of QM1 to QM4, QM1 and QM3 with full repositories, and these definitions. */
export function cluster(
  definitions: Readonly<Partial<Record<'QM1' | 'QM2' | 'QM3' | 'QM4', string>>>,
  rest: string,
): string {
  const parts = ['QM1', 'QM2', 'QM3', 'QM4'] as const;
  return [
    'version: 1',
    'definitions:',
    ...parts.map((name) => `  ${name}: ${JSON.stringify(definitions[name] ?? '')}`),
    'clusters: { CL: { members: [QM1, QM2, QM3, QM4], fullRepositories: [QM1, QM3] } }',
    rest,
  ].join('\n');
}

/** A producer at QM1 that puts to Q3. */
export const producer = (more: string): string =>
  `  - { name: order-entry, kind: producer, queueManager: QM1, queue: Q3, ${more} }`;

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

/** The plan of a whole scenario. */
export const planOf = planFrom;

/** A copy without places in texts, to compare plans that came from different texts. */
export const withoutPlaces = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === 'at' || key === 'definedAt' ? undefined : each)));
