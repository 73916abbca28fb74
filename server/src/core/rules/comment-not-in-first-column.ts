import { problemsInLayout } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const commentNotInFirstColumn: Rule = {
  code: 'comment-not-in-first-column',
  group: 'language',
  severity: 'warning',
  title: 'A comment does not start in the first column.',
  docs: {
    behaviour:
      'IBM promises only that a line with an asterisk in its *first position* is a comment. What an asterisk after blanks does is not documented; here such a line is read as a comment.',
    harm: 'If MQ reads the line as a command it refuses it; inside a continued command it damages that command.',
    remedy: 'Move the asterisk to the first column.',
    exception: 'Never needed; in YAML the indentation of the block does not count.',
    sources: ['IBM MQ: Building command scripts (says nothing of an asterisk after blanks)'],
  },
  check: { scope: 'document', run: problemsInLayout('comment-not-in-first-column') },
};
