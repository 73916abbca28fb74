import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup } from '#core/model/model.ts';
import { cloneFindings } from './parts/clone-findings.ts';
import { type CloneHosts, cloneHostsOf } from './parts/clone-hosts.ts';
import { differenceIn } from './parts/difference.ts';
import { subjectOf } from './parts/subject.ts';
import type { Rule } from './rule.ts';

export const cloneQueueManagerDiffers: Rule = {
  code: 'clone-queue-manager-differs',
  group: 'clones',
  severity: 'warning',
  title: 'Queue managers that host clones differ in attributes that decide about messages.',
  docs: {
    behaviour:
      'DEADQ says where undeliverable messages go (blank: nowhere), MAXMSGL the longest message of all, CLWLUSEQ whether programs that are connected here use the local instance first, ' +
      'DEFCLXQ whether a destination that is stuck shares its transmission queue with all others.',
    harm: 'Instances whose definitions are alike behave differently: a message is dead-lettered on one host and stops the channel on another, is accepted here and refused there, is spread here and kept there.',
    remedy:
      'Make the attribute alike on all queue managers that host the queue; the light bulb does it where the files alter the attribute.',
    exception:
      'Dead-letter queues with different names are alike, and only one that is missing is reported. CLWLUSEQ is compared where a queue leaves it to the queue manager. ' +
      'A difference on purpose goes into `mqsc.yaml`: `clone-queue-manager-differs: { severity: warning, mayDiffer: [DEFCLXQ] }`.',
    sources: [
      'IBM MQ 9.2, Cluster workload balancing - queue manager attributes: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/qmclus.html',
      'IBM MQ 9.0, What happens when a message cannot be delivered: https://www.ibm.com/support/knowledgecenter/en/SSFKSJ_9.0.0/com.ibm.mq.con.doc/q015720_.html',
      'Which attributes should be alike is a judgement, not a statement of IBM.',
    ],
  },
  check: {
    scope: 'cluster',
    perPlace: 'once',
    get compares() {
      return rows.map(({ keyword }) => ({ of: 'queue-manager' as const, keyword }));
    },
    *run(cluster, { mayDiffer, ask }) {
      const allowed = new Set(mayDiffer.map((keyword) => keyword.toUpperCase()));
      for (const hosts of ask((estate) => cloneHostsOf(cluster, estate))) {
        const [group] = hosts.groups;
        if (!group) continue;
        const all = queueManagersOf(hosts);
        for (const { keyword, consequence, when } of rows) {
          if (allowed.has(keyword) || (when && !when(hosts, all))) continue;
          const difference = differenceIn(all, keyword);
          if (!difference) continue;
          for (const finding of cloneFindings(difference, { consequence }))
            yield { ...finding, subject: { ...subjectOf(all, keyword), queue: group.queue } };
        }
      }
    },
  },
};

/** The queue managers in the form of instances, so that they are compared as queues are. */
const queueManagersOf = ({ cluster, queueManagers, groups: [group] }: CloneHosts): CloneGroup => ({
  cluster: cluster.name,
  queue: `The queue manager that hosts ${group?.queue}`,
  instances: queueManagers.map((queueManager) => ({ queueManager, object: queueManager.attributes })),
});

interface Row {
  readonly keyword: string;
  readonly consequence: string;
  readonly when?: (hosts: CloneHosts, all: CloneGroup) => boolean;
}

const rows: readonly Row[] = [
  {
    keyword: 'DEADQ',
    consequence:
      'A message that cannot be delivered is put aside on one host, and stops the channel to the other (or is lost, when nonpersistent).',
    when: (_, { instances }) => instances.some(({ object }) => effectiveText(object, 'DEADQ') === ''),
  },
  {
    keyword: 'MAXMSGL',
    consequence:
      'The cluster does not know it: a longer message is accepted by its sender and then refused on one host.',
  },
  {
    keyword: 'CLWLUSEQ',
    consequence: 'Programs connected to one host keep their messages on it, those of the other spread them.',
    when: ({ groups }) =>
      groups.some(({ instances }) => instances.every(({ object }) => effectiveText(object, 'CLWLUSEQ') === 'QMGR')),
  },
  {
    keyword: 'DEFCLXQ',
    consequence:
      'On one host a destination that is stuck can fill the transmission queue of all others, on the other only its own.',
  },
];
