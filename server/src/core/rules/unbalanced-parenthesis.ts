import { problemsInCommand } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const unbalancedParenthesis: Rule = {
  code: 'unbalanced-parenthesis',
  group: 'language',
  severity: 'error',
  title: 'A parenthesis has no partner.',
  docs: {
    behaviour: 'Each value stands in one pair of parentheses right after its keyword.',
    harm: 'MQ refuses the command. When the missing parenthesis stands before a continued line, the next parameters are read as part of the value.',
    remedy: 'Add the missing parenthesis or remove the one too many.',
    mqSays: 'AMQ8405 on Multiplatforms, CSQ9002E (unbalanced parentheses) on z/OS',
    sources: ['IBM MQ: Script (MQSC) commands, command syntax', 'IBM MQ for z/OS: CSQ9 messages'],
  },
  check: { scope: 'command', run: problemsInCommand('unbalanced-parenthesis') },
};
