import type { Rule } from './rule.ts';

export const scenarioInvalid: Rule = {
  code: 'scenario-invalid',
  group: 'estate',
  severity: 'error',
  title: 'A scenario file is not valid.',
  docs: {
    behaviour:
      'A `*.mqsim.yaml` file describes a simulation: queue managers, applications, failures and what is expected at the end.',
    harm: 'The scenario does not run, or runs without the part that is not understood.',
    remedy: 'Correct the marked place; the editor completes the keys.',
    sources: ['Behaviour of this extension: the reference of the scenario file'],
  },
  check: {
    scope: 'estate',
    *run(_, { fileProblems }) {
      for (const { kind, ...problem } of fileProblems) if (kind === 'scenario') yield problem;
    },
  },
};
