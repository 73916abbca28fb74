import type { Rule } from './rule.ts';

export const estateFileInvalid: Rule = {
  code: 'estate-file-invalid',
  group: 'estate',
  severity: 'error',
  title: 'The estate file mqsc.yaml is not valid.',
  docs: {
    behaviour:
      '`mqsc.yaml` says which files belong to which queue manager, what ordering the applications rely on, and how severe each rule is.',
    harm: 'The part that is not understood is left out: files may be given to the wrong queue manager, and rules run with other severities than you think.',
    remedy: 'Correct the marked place; the editor completes the keys.',
    sources: ['Behaviour of this extension: the reference of the estate file'],
  },
  check: {
    scope: 'estate',
    *run(_, { fileProblems }) {
      for (const { kind, ...problem } of fileProblems) if (kind === 'estate-file') yield problem;
    },
  },
};
