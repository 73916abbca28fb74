import { absentReferences } from './parts/absent-references.ts';
import type { Rule } from './rule.ts';

export const undefinedProcess: Rule = {
  code: 'undefined-process',
  group: 'references',
  severity: 'warning',
  title: 'A process definition that a queue names is not defined.',
  docs: {
    behaviour:
      'The PROCESS attribute of a queue names the process definition that says which program a trigger message starts. MQ accepts any name when the queue is defined.',
    harm: 'When the queue triggers, no trigger message can be made: the program does not start and messages wait.',
    remedy: 'Define the process on the same queue manager, or correct the name.',
    exception:
      'Another file, not of this workspace, defines it. Nothing is said unless the files of the queue manager look complete or a name almost like it exists.',
    sources: ['IBM MQ, Prerequisites for triggering; that MQ does not check the name at DEFINE rests on memory'],
  },
  check: absentReferences(['PROCESS'], {
    what: 'process',
    consequence: 'No trigger message can be made for the queue.',
  }),
};
