import { effective, effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { cloneHostsOf } from './parts/clone-hosts.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const severalClusterReceivers: Rule = {
  code: 'several-cluster-receivers',
  group: 'cluster',
  severity: 'info',
  title: 'A host of clones has several equal cluster receivers in one cluster, and so gets several shares.',
  docs: {
    behaviour:
      'The workload algorithm chooses among channels: a queue manager that is reached over two cluster receivers is two destinations, unless their NETPRTY tells which of the two to prefer.',
    harm: 'The host gets twice the messages of a clone with one receiver, and messages of one sender to one queue travel over two channels and may overtake each other.',
    remedy:
      'Keep one CLUSRCVR for each cluster; or, where the second is a backup network, give the two different NETPRTY.',
    exception: 'The host is meant to get more; CLWLWGHT says that more clearly.',
    sources: [
      'IBM MQ 7.5, The cluster workload management algorithm: https://www.ibm.com/support/knowledgecenter/SSFKSJ_7.5.0/com.ibm.mq.ref.con.doc/q082390_.htm',
      'IBM MQ, Channel attributes, NETPRTY: https://ibm.com/support/knowledgecenter/en/SSFKSJ_latest/refconfig/chlattrNR.html',
    ],
  },
  check: {
    scope: 'cluster',
    *run(cluster, { ask }) {
      for (const { queueManagers, groups } of ask((estate) => cloneHostsOf(cluster, estate))) {
        for (const queueManager of queueManagers) {
          const receivers = cluster.members.find((member) => member.queueManager === queueManager)?.receivers ?? [];
          const equal = equalReceivers(receivers);
          const last = equal.at(-1);
          const [group] = groups.filter(({ instances }) => instances.some((one) => one.queueManager === queueManager));
          if (!last || equal.length < 2) continue;
          yield {
            at: last.nameAt,
            message:
              `${queueManager.name} is in ${cluster.name} by ${list(equal.map(({ name }) => name))} with the same NETPRTY, so it counts as ${equal.length} destinations: ` +
              `it gets ${equal.length} shares of the messages for ${group?.queue}, and they may overtake each other.`,
            queueManager: queueManager.name,
            related: equal.slice(0, -1).map(({ nameAt, name }) => ({ at: nameAt, message: `CLUSRCVR ${name}` })),
            subject: {
              cluster: cluster.name,
              queue: group?.queue,
              attribute: undefined,
              queueManagers: [queueManager.name],
            },
          };
        }
      }
    },
  },
};

/** Those of the highest NETPRTY; none when a value is not known. */
const equalReceivers = (receivers: readonly MqObject[]): readonly MqObject[] => {
  if (receivers.some((one) => one.nameIsOpen || !effective(one, 'NETPRTY') || effective(one, 'NETPRTY')?.isOpen))
    return [];
  const priorities = receivers.map((one) => Number(effectiveText(one, 'NETPRTY')));
  const best = Math.max(...priorities);
  return receivers.filter((_, index) => priorities[index] === best);
};
