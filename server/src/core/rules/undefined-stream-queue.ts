import { absentReferences } from './parts/absent-references.ts';
import type { Rule } from './rule.ts';

export const undefinedStreamQueue: Rule = {
  code: 'undefined-stream-queue',
  group: 'references',
  severity: 'warning',
  title: 'A stream queue is not defined.',
  docs: {
    behaviour:
      'STREAMQ of a local or model queue names a local, alias or remote queue that gets a copy of each message. What happens when the copy cannot be put is said by STRMQOS.',
    harm: 'With `STRMQOS(BESTEF)`, the default, no copy is made and nobody is told. With `STRMQOS(MUSTDUP)` the original is refused as well: every put to the queue fails.',
    remedy: 'Define the queue on the same queue manager, or correct the name.',
    exception:
      'Another file, not of this workspace, defines it. Nothing is said unless the files of the queue manager look complete or a name almost like it exists, nor where a cluster has a queue of that name: whether MQ takes that is not known to us.',
    sources: [
      'IBM MQ 9.4, Configuring streaming queues: https://www.ibm.com/docs/en/SSFKSJ_9.4.0/configure/msgduphowconfig.html',
      'IBM MQ 9.2, Streaming to remote and alias queues: https://ibm.com/docs/SSFKSJ_9.2.0/com.ibm.mq.pro.doc/streamqremalias.html',
      'That MQ does not look for the queue when STREAMQ is set is known from memory only.',
    ],
  },
  check: absentReferences(['STREAMQ'], {
    what: 'queue',
    orInCluster: 'yes',
    consequence: 'Its messages are not copied, or, with STRMQOS(MUSTDUP), not accepted at all.',
  }),
};
