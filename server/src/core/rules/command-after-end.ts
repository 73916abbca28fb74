import { problemsInLayout } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const commandAfterEnd: Rule = {
  code: 'command-after-end',
  group: 'script order',
  severity: 'warning',
  title: 'Commands after END never run.',
  docs: {
    behaviour: '`END`, `EXIT` and `QUIT` end runmqsc. It does not read what follows.',
    harm: 'The definitions below do not exist on the queue manager, although the file shows them.',
    remedy: 'Move END to the end of the file, or leave it out: the end of the file ends runmqsc as well.',
    exception: 'Commands parked there on purpose; comments say so more clearly.',
    sources: ['IBM MQ: runmqsc (run MQSC commands)'],
  },
  check: { scope: 'document', run: problemsInLayout('command-after-end') },
};
