import { problemsInCommand } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const doubleQuotedValue: Rule = {
  code: 'double-quoted-value',
  group: 'language',
  severity: 'error',
  title: 'A value stands in double quotes.',
  docs: {
    behaviour:
      'MQSC knows only the single quote. A double quote is an ordinary character, allowed inside single quotes.',
    harm: 'MQ refuses the command at the first double quote.',
    remedy: "Write single quotes: `DESCR('orders')`.",
    mqSays: 'AMQ8405 or AMQ8569 (in a filter)',
    sources: ['IBM MQ: Generic values and characters with special meanings', 'Recorded runmqsc sessions (MQ 9.4)'],
  },
  check: { scope: 'command', run: problemsInCommand('double-quoted-value') },
};
