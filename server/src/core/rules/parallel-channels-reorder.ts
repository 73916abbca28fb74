import { effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { orderedQueuesOf } from './parts/ordered-queues.ts';
import { because } from './parts/ordering-needs.ts';
import { oncePerPlace } from './parts/places.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const parallelChannelsReorder: Rule = {
  code: 'parallel-channels-reorder',
  group: 'ordering',
  severity: 'warning',
  title: 'A sequence travels over several channels to one queue manager.',
  docs: {
    behaviour:
      'With several equal cluster receivers a queue manager is reached over several channels, and the workload algorithm takes them in turn for messages that are not bound. ' +
      'Order is kept on each channel, not between them.',
    harm: 'A message on a channel that is slower, or is being retried, arrives after its successors: the sequence is broken although there is only one queue.',
    remedy:
      'Keep one CLUSRCVR for the cluster; give the second a lower NETPRTY, so that it is a backup; or bind on open (`DEFBIND(OPEN)`).',
    exception: 'The queue is not declared to need its sequence (`* @ordering sequence: reason`): then nothing is said.',
    sources: [
      'IBM MQ 7.5, The cluster workload management algorithm: https://www.ibm.com/support/knowledgecenter/SSFKSJ_7.5.0/com.ibm.mq.ref.con.doc/q082390_.htm',
      'IBM MQ, Channel attributes, NETPRTY: https://ibm.com/support/knowledgecenter/en/SSFKSJ_latest/refconfig/chlattrNR.html',
      'That equal channels break the order of a sequence follows from these, and from memory.',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      const found = orderedQueuesOf(estate).flatMap((queue) => {
        const cluster = queue.group && estate.clusters.get(queue.group.cluster);
        const member = cluster?.members.find((one) => one.queueManager === queue.queueManager);
        const channels = equalOnes(member?.receivers ?? []);
        if (!queue.group || channels.length < 2 || effectiveText(queue.object, 'DEFBIND') === 'OPEN') return [];
        return { ...queue, channels, cluster: queue.group.cluster, at: queue.object.nameAt };
      });
      for (const { at, object, queueManager, need, channels, cluster } of oncePerPlace(found)) {
        yield {
          at,
          message:
            `${object.name} must be processed in sequence${because(need)}, but its messages reach ${queueManager.name} over ${list(channels.map(({ name }) => name))} in turn: ` +
            'one channel can overtake the other.',
          queueManager: queueManager.name,
          related: [
            { at: need.at, message: `${need.need} is declared here` },
            ...channels.map(({ nameAt, name }) => ({ at: nameAt, message: `CLUSRCVR ${name}` })),
          ],
          subject: { cluster, queue: object.name, attribute: 'NETPRTY', queueManagers: [queueManager.name] },
        };
      }
    },
  },
};

/** The channels that the algorithm cannot tell apart: those that are best by rank, network and priority. */
const equalOnes = (receivers: readonly MqObject[]): readonly MqObject[] =>
  ['CLWLRANK', 'NETPRTY', 'CLWLPRTY'].reduce<readonly MqObject[]>(
    (left, keyword) => {
      const values = left.map((one) => Number(effectiveText(one, keyword)) || 0);
      const best = Math.max(...values);
      return left.filter((_, index) => values[index] === best);
    },
    receivers.filter((one) => one.isDefined),
  );
