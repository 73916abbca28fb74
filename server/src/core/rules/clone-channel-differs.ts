import type { CloneGroup } from '#core/model/model.ts';
import { cloneFindings } from './parts/clone-findings.ts';
import { type CloneHosts, cloneHostsOf, onlyReceiverOf } from './parts/clone-hosts.ts';
import { differenceIn } from './parts/difference.ts';
import { subjectOf } from './parts/subject.ts';
import type { Rule } from './rule.ts';

export const cloneChannelDiffers: Rule = {
  code: 'clone-channel-differs',
  group: 'clones',
  severity: 'warning',
  title: 'The cluster receivers of queue managers that host clones differ in how they carry messages.',
  docs: {
    behaviour:
      'Each sender makes its channel to a member from the definition of that member’s cluster receiver. Batches, the speed of nonpersistent messages, the longest message, retries ' +
      'and the use of the dead-letter queue therefore go by the host that a message is sent to.',
    harm: 'The queues are alike, but messages of one application are lost, delayed, refused or dead-lettered under different conditions, depending on the instance that was chosen.',
    remedy: 'Make the attribute alike on the cluster receivers of all hosts; the light bulb does it.',
    exception:
      'Hosts behind different networks. Name, CONNAME and port have to differ, and CLWLPRTY, CLWLRANK, CLWLWGHT and NETPRTY may: they are not compared. ' +
      'Others can be let off: `clone-channel-differs: { severity: warning, mayDiffer: [BATCHSZ] }` in `mqsc.yaml`. Queue managers with several cluster receivers in the cluster are left out.',
    sources: [
      'IBM MQ 9.2, Cluster channels (auto-defined senders copy the cluster receiver): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
      'IBM MQ 9.0, Safety of messages: https://www.ibm.com/support/knowledgecenter/en/SSFKSJ_9.0.0/com.ibm.mq.con.doc/q015710_.html',
      'Which attributes should be alike is a judgement, not a statement of IBM.',
    ],
  },
  check: {
    scope: 'cluster',
    get compares() {
      return [...consequences.keys()].map((keyword) => ({ of: 'receiver' as const, keyword }));
    },
    *run(cluster, { mayDiffer, ask }) {
      const allowed = new Set(mayDiffer.map((keyword) => keyword.toUpperCase()));
      for (const hosts of ask((estate) => cloneHostsOf(cluster, estate))) {
        const receivers = receiversOf(hosts);
        const [group] = hosts.groups;
        if (!group || receivers.instances.length < 2) continue;
        for (const [keyword, consequence] of consequences) {
          const difference = allowed.has(keyword) ? undefined : differenceIn(receivers, keyword);
          if (!difference) continue;
          for (const finding of cloneFindings(difference, { consequence }))
            yield { ...finding, subject: { ...subjectOf(receivers, keyword), queue: group.queue } };
        }
      }
    },
  },
};

/** The cluster receivers in the form of instances, so that they are compared as queues are. */
const receiversOf = ({ cluster, queueManagers }: CloneHosts): CloneGroup => ({
  cluster: cluster.name,
  queue: `The cluster receiver of ${cluster.name}`,
  instances: queueManagers.flatMap((queueManager) => {
    const object = onlyReceiverOf(cluster, queueManager);
    return object ? { queueManager, object } : [];
  }),
});

const retry = 'After a failure one host is tried again sooner, or longer, than the other, and messages for it wait.';
const redelivery = 'A message that cannot be put at once is tried again on one host and given up on the other.';

const consequences: ReadonlyMap<string, string> = new Map([
  ['BATCHSZ', 'More messages are in doubt, or moved back, when the channel to one host fails than to the other.'],
  [
    'NPMSPEED',
    'Nonpersistent messages on their way are lost with a channel to one host, and overtake persistent ones there, but not to the other.',
  ],
  ['MAXMSGL', 'A message that reaches one instance is too long for the channel to the other.'],
  ['SHORTRTY', retry],
  ['SHORTTMR', retry],
  ['LONGRTY', retry],
  ['LONGTMR', retry],
  ['MRRTY', redelivery],
  ['MRTMR', redelivery],
  ['USEDLQ', 'What cannot be delivered goes to the dead-letter queue on one host and stops the channel to the other.'],
]);
