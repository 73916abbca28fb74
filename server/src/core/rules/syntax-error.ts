import { problemsInDocument } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const syntaxError: Rule = {
  code: 'syntax-error',
  group: 'language',
  severity: 'error',
  title: 'The text is no MQSC command.',
  docs: {
    behaviour:
      'A command is a verb, an object type with its name, and parameters of the form `KEYWORD` or `KEYWORD(value)`, with blanks or commas between them. A line whose first character is `*` is a comment; MQSC has no other kind.',
    harm: 'MQ refuses the command and goes on with the next one. The rest of the script runs, so the queue manager is left half configured.',
    remedy:
      'Repair the marked place. Comments made for another language (`#`, `--`, `//`) need an asterisk in the first column instead.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: ['IBM MQ: Script (MQSC) commands, command syntax', 'IBM MQ: Using MQSC commands interactively'],
  },
  check: { scope: 'document', run: problemsInDocument('syntax-error') },
};
