import { problemsInLayout } from './parts/problem-findings.ts';
import type { Rule } from './rule.ts';

export const sequenceNumberMoved: Rule = {
  code: 'sequence-number-moved',
  group: 'language',
  severity: 'warning',
  title: 'A sequence number does not stand in columns 73 to 80.',
  docs: {
    behaviour:
      'z/OS reads columns 1 to 72 of a record; ISPF keeps sequence numbers of eight digits in columns 73 to 80. What is typed before a number moves it.',
    harm: 'A number that moved to the left is read as part of the command. One that moved to the right does not fit into the record, and what was cut off with it may be the end of the command.',
    remedy: 'Put the number back, or remove it: MQ needs none.',
    exception: 'Elsewhere than on z/OS MQ has no such columns and takes the digits for part of the command.',
    sources: [
      'IBM MQ: MQSC input file syntax (columns 73 to 80)',
      'z/OS ISPF: sequence numbers of fixed-length records',
    ],
  },
  check: { scope: 'document', run: problemsInLayout('sequence-number-moved') },
};
