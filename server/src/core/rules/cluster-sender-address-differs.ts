import { effective, effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { addressOf } from './parts/cluster-addresses.ts';
import { receiverOf } from './parts/cluster-receivers.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const clusterSenderAddressDiffers: Rule = {
  code: 'cluster-sender-address-differs',
  group: 'cluster',
  severity: 'warning',
  title: 'A cluster sender calls another port than the cluster receiver of its name gives.',
  docs: {
    behaviour:
      'A queue manager makes its first connection to a cluster with the CONNAME of its own CLUSSDR. Once it has joined, it uses the CONNAME of the CLUSRCVR of that name, as the repository knows it.',
    harm: 'The first connection finds no listener, or another queue manager: the queue manager does not join the cluster. One that is a member notices only after REFRESH CLUSTER.',
    remedy: 'Write the same address in both (the light bulb takes that of the receiver).',
    exception:
      'The queue manager listens on both ports. Nothing is said where the hosts differ as well: names and addresses of one machine can be many.',
    sources: [
      'IBM MQ 9.2, Cluster channels: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tec.doc/q017230_.html',
      'IBM MQ 9.0, DISPLAY CLUSQMGR shows CLUSQMGR names starting SYSTEM.TEMP. (check the CONNAME of both channels): http://www.ibm.com/support/knowledgecenter/SSFKSJ_9.0.0/com.ibm.mq.tro.doc/q039170_.html',
    ],
  },
  check: {
    scope: 'cluster',
    perPlace: 'once',
    *run(cluster) {
      for (const { senders } of cluster.members)
        for (const sender of senders) {
          const isKnown = sender.isDefined && !sender.nameIsOpen;
          const receiver = isKnown ? receiverOf(sender, [cluster]) : undefined;
          if (receiver && differsInPort(sender, receiver)) yield tell(sender, receiver, cluster.name);
        }
    },
  },
};

/** One host each, the same, and another port. */
function differsInPort(sender: MqObject, receiver: MqObject): boolean {
  const [here, there] = [addressOf(sender), addressOf(receiver)];
  if (here === undefined || there === undefined || here === there) return false;
  return !here.includes(',') && !there.includes(',') && hostIn(here) === hostIn(there);
}

const hostIn = (address: string): string => address.replace(/\(\d+\)$/, '');

function tell(sender: MqObject, receiver: MqObject, cluster: string): EstateFinding {
  const right = effectiveText(receiver, 'CONNAME');
  const edit = setAttribute(sender, 'CONNAME', right, effective(sender, 'CONNAME'));
  return {
    at: attributePlace(sender, 'CONNAME'),
    message: `This CLUSSDR calls ${effectiveText(sender, 'CONNAME')}, but the CLUSRCVR ${receiver.name} of ${receiver.queueManager} gives ${right}: ${sender.queueManager} makes its first connection to cluster ${cluster} with the address here.`,
    queueManager: sender.queueManager,
    related: [{ at: attributePlace(receiver, 'CONNAME'), message: `${receiver.queueManager}: CONNAME(${right})` }],
    fixes: edit ? [{ title: `Make CONNAME ${right}`, edits: [edit] }] : [],
    subject: {
      cluster,
      queue: undefined,
      attribute: 'CONNAME',
      queueManagers: [sender.queueManager, receiver.queueManager],
    },
  };
}
