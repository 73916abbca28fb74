import { attributeMustMatch } from './parts/clone-findings.ts';
import type { Rule } from './rule.ts';

export const clonePriorityDiffers: Rule = {
  code: 'clone-priority-differs',
  group: 'clones',
  severity: 'error',
  title: 'Instances of a clustered queue differ in DEFPRTY.',
  docs: {
    behaviour:
      'A message put with `MQPRI_PRIORITY_AS_Q_DEF` takes its priority from the definition of one instance of the cluster queue. ' +
      'DEFPRTY is advertised in the cluster with each instance; which instance a putting application sees can change.',
    harm:
      'Messages of one application carry different priorities by chance. On a queue with `MSGDLVSQ(PRIORITY)`, the default, the higher ' +
      'ones overtake, so the order in which they were put is lost; triggers that ask for a priority fire or not by chance.',
    remedy: 'Set the same DEFPRTY on all instances, or let the applications say the priority themselves.',
    mqSays: 'AMQ9407: cluster queue defined inconsistently. On z/OS CSQX407I, known from memory.',
    sources: [
      'IBM MQ 9.2, Queue definition commands: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/q082330_.html',
      'IBM MQ, More than one instance of a queue: make the definitions of the instances identical.',
      'IBM MQ 9.2, How are destination object attributes resolved: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/q132960_.html',
      'That AMQ9407 compares DEFPRTY as well as DEFPSIST is known from memory only.',
    ],
  },
  check: attributeMustMatch('DEFPRTY', {
    consequence:
      "A message put with the queue's default priority takes it from one of the instances by chance (AMQ9407), and with MSGDLVSQ(PRIORITY) the higher ones overtake.",
  }),
};
