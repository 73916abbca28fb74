import { problemsInDocument } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const trailingComment: Rule = {
  code: 'trailing-comment',
  group: 'language',
  severity: 'error',
  title: 'A comment stands on the line of a command.',
  docs: {
    behaviour:
      'Only a whole line can be a comment: one with an asterisk in its first column. MQSC has no comment at the end of a line.',
    harm: 'MQ reads the comment as part of the command and refuses it.',
    remedy: 'Move the comment to a line of its own above the command.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: ['IBM MQ: Building command scripts', 'IBM MQ: MQSC input file syntax'],
  },
  check: { scope: 'document', run: problemsInDocument('trailing-comment') },
};
