import { absentReferences } from './parts/absent-references.ts';
import type { Rule } from './rule.ts';

export const undefinedBackoutQueue: Rule = {
  code: 'undefined-backout-queue',
  group: 'references',
  severity: 'warning',
  title: 'A backout queue is not defined.',
  docs: {
    behaviour:
      'BOQNAME is a name that MQ stores and does not check. The queue manager itself never uses it: a JMS listener moves a message there that was backed out BOTHRESH times.',
    harm: 'The move fails. The message goes to the dead-letter queue instead, or, where there is none, comes back to the listener for ever and blocks what is behind it.',
    remedy: 'Define the queue on the same queue manager, or correct the name.',
    exception:
      'Another file, not of this workspace, defines it. Nothing is said unless the files of the queue manager look complete or a name almost like it exists, nor where a cluster has a queue of that name.',
    sources: [
      'IBM MQ, Handling poison messages in IBM MQ classes for JMS',
      'IBM MQ 9.0, BackoutRequeueQName: https://www.ibm.com/docs/en/ibm-mq/9.0.x',
    ],
  },
  check: absentReferences(['BOQNAME'], {
    what: 'queue',
    orInCluster: 'yes',
    consequence: 'A message that cannot be processed cannot be moved there.',
  }),
};
