import { attributeMustMatch } from './parts/clone-findings.ts';
import type { Rule } from './rule.ts';

export const clonePersistenceDiffers: Rule = {
  code: 'clone-persistence-differs',
  group: 'clones',
  severity: 'error',
  title: 'Instances of a clustered queue differ in DEFPSIST.',
  docs: {
    behaviour:
      'A message put with `MQPER_PERSISTENCE_AS_Q_DEF` takes its persistence from the definition of one instance of the cluster queue. ' +
      'When the instances differ, it cannot be predicted whose value is used.',
    harm:
      'Some messages are silently nonpersistent and are gone after a restart of the queue manager that holds them; others of the same ' +
      'application survive. Nothing tells the sender which.',
    remedy: 'Set the same DEFPSIST on all instances, or let the applications say the persistence themselves.',
    mqSays: 'AMQ9407: cluster queue defined inconsistently. On z/OS CSQX407I, known from memory.',
    sources: [
      'IBM MQ 9.3, MQMD Persistence: https://ibm.com/support/knowledgecenter/zh-CN/SSFKSJ_9.3.0/refdev/q097600_.html',
      'IBM MQ 9.1, MQMD Persistence: https://www.ibm.com/docs/en/SSFKSJ_9.1.0/com.ibm.mq.ref.dev.doc/q097600_.html',
    ],
  },
  check: attributeMustMatch('DEFPSIST', {
    consequence:
      "A message put with the queue's default persistence takes it from one of the instances, and MQ does not say which (AMQ9407): some of them do not survive a restart.",
  }),
};
