import { effectiveText } from '#core/model/effective.ts';
import type { OrderingNeed } from '#core/model/model.ts';
import { because, instancesWith, needsOf, relatedToNeed } from './parts/ordering-needs.ts';
import { subjectOf } from './parts/subject.ts';
import { distinct, list } from './parts/words.ts';
import { workloadOf } from './parts/workload.ts';
import type { Clones, Rule, Severity } from './rule.ts';

export const orderedQueueHasClones: Rule = {
  code: 'ordered-queue-has-clones',
  group: 'ordering',
  severity: 'error',
  title: 'A queue whose messages depend on their order has several instances.',
  docs: {
    behaviour:
      'The workload algorithm chooses an instance for each message (`DEFBIND(NOTFIXED)`, and MQPUT1 always), for each message group ' +
      '(`GROUP`) or for each MQOPEN (`OPEN`). Every instance is read by a consumer of its own, at its own speed.',
    harm:
      'Two messages of one sequence wait on different queue managers and are processed in any order, or at the same time. While one queue ' +
      'manager is down its part of the sequence waits, and the rest goes on without it.',
    remedy:
      'Keep one instance of the queue, made available by high availability rather than by clones; or take the dependency out of the messages ' +
      '(carry the state in the message or in a database). `DEFBIND(OPEN)` keeps together only what one open handle puts: ' +
      'enough for a complete batch, not for a sequence that several programs or several runs write.',
    exception:
      'One instance is ranked above all others (CLWLRANK): the others never get a message. With CLWLPRTY the others are a backup, and the order breaks ' +
      'only when the first one fails or comes back: then this is a warning.',
    sources: [
      'IBM MQ 7.5, Cluster queues: https://www.ibm.com/support/knowledgecenter/SSFKSJ_7.5.0/com.ibm.mq.con.doc/q017220_.html',
      'IBM MQ 7.5, MQOPEN and clusters: https://www.ibm.com/support/knowledgecenter/SSFKSJ_7.5.0/com.ibm.mq.dev.doc/q027030_.htm',
      'IBM MQ 9.3, Handling message affinities: https://www.ibm.com/docs/en/ibm-mq/9.3?topic=clusters-handling-message-affinities',
    ],
  },
  check: {
    scope: 'clone-group',
    *run(group, { declared }) {
      for (const need of needsOf(declared, group, ['sequence', 'complete-batch'])) {
        const verdict = judge(group, need);
        if (!verdict) continue;
        for (const here of instancesWith(group, need)) {
          yield {
            at: here.object.nameAt,
            message: verdict.message,
            ...(verdict.severity && { severity: verdict.severity }),
            queueManager: here.queueManager.name,
            related: relatedToNeed(need, group, here),
            subject: subjectOf(group, 'DEFBIND'),
          };
        }
      }
    },
  },
};

const judge = (
  group: Clones,
  need: OrderingNeed,
): { readonly message: string; readonly severity?: Severity } | undefined => {
  const workload = workloadOf(group);
  if (workload === 'ranked') return undefined;
  const names = list(group.instances.map(({ queueManager }) => queueManager.name));
  const bindings = distinct(group.instances.map(({ object }) => effectiveText(object, 'DEFBIND')));
  const staysOnHandle = bindings.every((binding) => binding === 'OPEN');
  if (need.need === 'complete-batch') {
    if (staysOnHandle) return undefined;
    return {
      message:
        `A batch on ${group.queue} must stay on one queue manager${because(need)}, but ${names} each host an instance and ` +
        `DEFBIND(${bindings.join(', ')}) spreads the messages of a batch over them. Bind them on open, or keep one instance.`,
    };
  }
  const start = `${group.queue} must be processed in sequence${because(need)}, but ${names} each host an instance`;
  if (workload === 'backup')
    return {
      message: `${start}: when the preferred one fails or comes back, messages that wait on the other are overtaken.`,
      severity: 'warning',
    };
  return {
    message: staysOnHandle
      ? `${start}: each MQOPEN can bind to another one, so only what one open handle puts stays in order. Keep one instance.`
      : `${start} and DEFBIND(${bindings.join(', ')}) lets each message go to any of them: the sequence is processed in several places at once. Keep one instance.`,
  };
};
