import { absentReferences } from './parts/absent-references.ts';
import type { Rule } from './rule.ts';

export const undefinedTransmissionQueue: Rule = {
  code: 'undefined-transmission-queue',
  group: 'references',
  severity: 'warning',
  title: 'A transmission queue is not defined.',
  docs: {
    behaviour:
      'XMITQ of a remote queue or of a sender or server channel, and DEFXMITQ of the queue manager, name a local queue with USAGE(XMITQ). MQ does not look for it until a message is put or the channel starts.',
    harm: 'Opening the remote queue fails, the channel does not start, and messages do not leave the queue manager.',
    remedy: 'Define the queue with USAGE(XMITQ), or correct the name.',
    exception:
      'Another file, not of this workspace, defines it. Nothing is said unless the files of the queue manager look complete or a name almost like it exists.',
    mqSays: '2196 (MQRC_UNKNOWN_XMIT_Q), 2197 (MQRC_UNKNOWN_DEF_XMIT_Q)',
    sources: [
      'WebSphere MQ 6.0, the event Unknown Transmission Queue (2196: XMITQ is not blank and names no local queue; read in the help of WebSphere Message Broker 6.0); 2197 is known by its name only',
      'IBM MQ 9.0, Defining a transmission queue (XMITQ, then the queue with the name of the queue manager, then DEFXMITQ): https://www.ibm.com/docs/SSFKSJ_9.0.0/administer/q021220_.html',
      'IBM MQ Explorer, tests: Verify use of transmission queues in channels',
    ],
  },
  check: absentReferences(['XMITQ', 'DEFXMITQ'], {
    what: 'queue',
    consequence: 'Nothing can be sent through it.',
  }),
};
