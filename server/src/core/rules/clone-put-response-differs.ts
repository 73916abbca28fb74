import { attributeMustMatch } from './parts/clone-findings.ts';
import type { Rule } from './rule.ts';

export const clonePutResponseDiffers: Rule = {
  code: 'clone-put-response-differs',
  group: 'clones',
  severity: 'warning',
  title: 'Instances of a clustered queue differ in DEFPRESP.',
  docs: {
    behaviour:
      'A put with `MQPMO_RESPONSE_AS_Q_DEF` takes its response type from the queue definition. `DEFPRESP(SYNC)` answers each put with its result, ' +
      '`ASYNC` may return before the result is known. DEFPRESP is advertised in the cluster with each instance.',
    harm: 'On some opens a client waits for each put, on others it learns of an error only later, from MQSTAT, or not at all.',
    remedy:
      'Set the same DEFPRESP on all instances; the light bulb does it. Or let the applications say the response type themselves.',
    exception: 'All applications ask for one of the response types by name.',
    mqSays: 'CSQX407I on z/OS (known from memory): cluster queue defined inconsistently.',
    sources: [
      'IBM MQ 9.2, Queue definition commands: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/q082330_.html',
      'IBM MQ, More than one instance of a queue: make the definitions of the instances identical.',
    ],
  },
  check: attributeMustMatch('DEFPRESP', {
    consequence:
      'A put that leaves its response type to the queue waits for the result on some opens, and on others is told of an error only later.',
  }),
};
