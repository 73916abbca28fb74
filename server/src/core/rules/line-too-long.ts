import { problemsInLayout } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const lineTooLong: Rule = {
  code: 'line-too-long',
  group: 'language',
  severity: 'warning',
  title: 'A line is longer than MQ reads.',
  docs: {
    behaviour: 'On Multiplatforms a line of a script may hold 2048 characters. On z/OS only columns 1 to 72 count.',
    harm: 'What stands beyond the limit is not read as part of the line.',
    remedy: 'Continue the command on the next line with `+`.',
    sources: ['IBM MQ: Building command scripts', 'IBM MQ: MQSC input file syntax'],
  },
  check: { scope: 'document', run: problemsInLayout('line-too-long') },
};
