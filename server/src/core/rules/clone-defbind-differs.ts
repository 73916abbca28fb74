import { attributeMustMatch } from './parts/clone-findings.ts';
import type { Rule } from './rule.ts';

export const cloneDefbindDiffers: Rule = {
  code: 'clone-defbind-differs',
  group: 'clones',
  severity: 'error',
  title: 'Instances of a clustered queue differ in DEFBIND.',
  docs: {
    behaviour:
      'An application that opens a cluster queue with `MQOO_BIND_AS_Q_DEF` (the default of most APIs and of integration products) ' +
      'gets the binding that the definition of *one* instance says. Which instance that is can change from one MQOPEN to the next. ' +
      'IBM recommends the same DEFBIND on all instances of a queue.',
    harm:
      'The same program binds all its messages to one queue manager in one run (`OPEN`), and spreads them in the next (`NOTFIXED`). ' +
      'A bound message waits for its queue manager when that fails; one that is not bound goes round. Groups and sequences ' +
      'that hold today come apart tomorrow.',
    remedy:
      'Give all instances one value: `NOTFIXED` to spread messages and route round failures, `GROUP` for message groups, `OPEN` when ' +
      'messages of one handle must stay together. The light bulb writes it on this instance or on all of them.',
    mqSays: 'AMQ9407: cluster queue defined inconsistently. On z/OS CSQX407I, known from memory.',
    sources: [
      'IBM MQ 7.5, Queue definition commands: https://www.ibm.com/support/knowledgecenter/SSFKSJ_7.5.0/com.ibm.mq.ref.con.doc/q082330_.html',
      'IBM MQ 9.2, MQOPEN option for cluster queue: https://www.ibm.com/docs/en/ibm-mq/9.2?topic=call-mqopen-option-cluster-queue',
      'That AMQ9407 compares DEFBIND as well as DEFPSIST is known from memory only.',
    ],
  },
  check: attributeMustMatch('DEFBIND', {
    consequence:
      'An MQOPEN that leaves the binding to the queue gets that of one instance, so it is chance whether messages are bound to a queue manager or spread (AMQ9407).',
  }),
};
