import { problemsInCommand } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const unterminatedString: Rule = {
  code: 'unterminated-string',
  group: 'language',
  severity: 'error',
  title: 'A quoted string has no closing quote.',
  docs: {
    behaviour:
      "A string runs from one single quote to the next. A quote that belongs to the text is written twice (`''`). A string may go on in the next line only when the line ends in `+` or `-`.",
    harm: 'MQ takes the rest of the command for text and refuses it.',
    remedy: 'Close the string, or double the quote that is part of the text.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: ['IBM MQ: Generic values and characters with special meanings', 'IBM MQ: Building command scripts'],
  },
  check: { scope: 'command', run: problemsInCommand('unterminated-string') },
};
