import { canonicalKeyword } from '#core/facts/lookup.ts';
import { effective, effectiveText, isDefault } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { removeParameters } from '#core/syntax/remove-parameters.ts';
import { oncePerPlace } from './parts/places.ts';
import { list } from './parts/words.ts';
import type { Fix, Rule } from './rule.ts';

export const clusterSenderWorkloadIgnored: Rule = {
  code: 'cluster-sender-workload-ignored',
  group: 'cluster',
  severity: 'info',
  title: 'A workload attribute is written on a cluster sender, where it is likely to be ignored.',
  docs: {
    behaviour:
      'CLWLRANK, CLWLPRTY and CLWLWGHT of a destination are those of its cluster receiver. What stands on a manually defined CLUSSDR is replaced as soon as the receiver is known.',
    harm: 'The weight or preference has no effect, or only until the channel has first run.',
    remedy: 'Write it on the CLUSRCVR at the other end, and take it out here (the light bulb does).',
    exception: 'The receiver says the same: then nothing is said.',
    sources: [
      'IBM MQ 9.2, Channel attributes used in cluster workload balancing: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/chlclus.html',
      'IBM MQ 9.2, Cluster channels: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
    ],
  },
  check: {
    scope: 'cluster',
    *run(cluster) {
      const receivers = cluster.members.flatMap((member) => member.receivers);
      const found = cluster.members.flatMap(({ senders, queueManager }) =>
        senders.flatMap((sender) => {
          const twins = receivers.filter(({ name }) => name === sender.name);
          const ignored = keywords.filter((keyword) => isIgnored(sender, keyword, twins));
          const origin = ignored[0] && effective(sender, ignored[0])?.origin;
          return origin?.kind === 'written' ? { at: origin.at, sender, twins, ignored, queueManager } : [];
        }),
      );
      for (const { at, sender, twins, ignored, queueManager } of oncePerPlace(found)) {
        yield {
          at,
          message: `${list(ignored)} of the CLUSSDR ${sender.name} ${ignored.length === 1 ? 'is' : 'are'} likely to be ignored: the workload algorithm takes what the CLUSRCVR at the other end says.`,
          queueManager: queueManager.name,
          fixes: removalOf(sender, ignored),
          related: twins.map((one) => ({ at: one.nameAt, message: `CLUSRCVR ${one.name} of ${one.queueManager}` })),
          subject: {
            cluster: cluster.name,
            queue: undefined,
            attribute: ignored[0],
            queueManagers: [queueManager.name],
          },
        };
      }
    },
  },
};

const keywords = ['CLWLRANK', 'CLWLPRTY', 'CLWLWGHT'] as const;

const isIgnored = (sender: MqObject, keyword: string, receivers: readonly MqObject[]): boolean => {
  const value = effective(sender, keyword);
  if (value?.origin.kind !== 'written' || value.isOpen || isDefault(sender, keyword)) return false;
  return receivers.length === 0 || receivers.some((receiver) => effectiveText(receiver, keyword) !== value.value);
};

/** Takes them out of the command that defines the channel; what another command sets stays. */
function removalOf({ definedBy: { source, command }, type }: MqObject, ignored: readonly string[]): readonly Fix[] {
  const written = command.body.parameters.filter(({ keyword }) => ignored.includes(canonicalKeyword(type, keyword)));
  if (written.length < ignored.length) return [];
  const edits = removeParameters(command, written).map((change) => ({ source, ...change }));
  return edits.length === 0 ? [] : [{ title: `Remove ${list(ignored)} from the cluster sender`, edits }];
}
