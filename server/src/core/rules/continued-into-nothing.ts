import { problemsInLayout } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const continuedIntoNothing: Rule = {
  code: 'continued-into-nothing',
  group: 'language',
  severity: 'warning',
  title: 'A command is continued, but nothing follows.',
  docs: {
    behaviour:
      'A line whose last character is `+` or `-` goes on in the next line that is neither blank nor a comment.',
    harm: 'At the end of a file the command waits for a line that never comes. Text that somebody appends later becomes part of this command.',
    remedy: 'Remove the `+` or `-`, or add the line that is missing.',
    sources: ['IBM MQ: Building command scripts'],
  },
  check: { scope: 'document', run: problemsInLayout('continued-into-nothing') },
};
