import { effectiveText } from '#core/model/effective.ts';
import type { Estate, MqObject } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { sharedAddressesOf } from './parts/cluster-addresses.ts';
import { oncePerPlace } from './parts/places.ts';
import { sharingGroupOf } from './parts/sharing-groups.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const connectionNameClash: Rule = {
  code: 'connection-name-clash',
  group: 'cluster',
  severity: 'warning',
  title: 'Cluster receivers of different queue managers give the same address.',
  docs: {
    behaviour:
      'The CONNAME of a cluster receiver is what all others use to reach its queue manager. At one address and port only one listener, of one queue manager, answers.',
    harm: 'Messages for one of the queue managers connect to the other, where no channel of that name is: the channel stays in RETRYING. Usually a definition was copied and the address forgotten.',
    remedy: 'Give each cluster receiver the address and port of its own queue manager.',
    exception:
      'Addresses that a network translates differently for each of them. A port that is not written counts as 1414.',
    sources: [
      'IBM MQ 9.2, Cluster channels: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
      'IBM MQ 10.0, Troubleshooting queue manager cluster problems: https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=troubleshooting-queue-manager-cluster-problems',
    ],
  },
  check: {
    scope: 'cluster',
    perPlace: 'once',
    *run(cluster, { ask }) {
      if (cluster.isUniform) return;
      for (const receivers of sharedAddressesOf(cluster)) {
        if (ask((estate) => isOneSharingGroup(receivers, estate))) continue;
        const places = oncePerPlace(
          receivers.map((receiver) => ({ receiver, at: attributePlace(receiver, 'CONNAME') })),
        );
        if (places.length < 2) continue;
        for (const { at, receiver } of places) {
          const others = receivers.filter((one) => one.queueManager !== receiver.queueManager);
          yield {
            at,
            message: `${receiver.name} of ${receiver.queueManager} gives the address ${effectiveText(receiver, 'CONNAME')}, and so ${others.length === 1 ? 'does' : 'do'} ${list(others.map((one) => `${one.name} of ${one.queueManager}`))}: at one address only one queue manager answers.`,
            queueManager: receiver.queueManager,
            related: others.map((one) => ({
              at: attributePlace(one, 'CONNAME'),
              message: `${one.queueManager}: CLUSRCVR ${one.name}`,
            })),
            subject: {
              cluster: cluster.name,
              queue: undefined,
              attribute: 'CONNAME',
              queueManagers: receivers.map((one) => one.queueManager),
            },
          };
        }
      }
    },
  },
};

/** Then the address is the group's generic one, which is another finding. */
const isOneSharingGroup = (receivers: readonly MqObject[], estate: Estate): boolean => {
  const groups = new Set(receivers.map((one) => sharingGroupOf(one.queueManager, estate)));
  return groups.size === 1 && !groups.has(undefined);
};
