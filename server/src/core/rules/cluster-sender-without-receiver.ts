import { effectiveText } from '#core/model/effective.ts';
import type { Cluster, MqObject, QueueManager } from '#core/model/model.ts';
import { fullRepositoriesOf } from '#core/model/queries.ts';
import { quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import { clustersByReceiver, hostsOf, isAnyMembershipOpen } from './parts/membership.ts';
import { list } from './parts/words.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const clusterSenderWithoutReceiver: Rule = {
  code: 'cluster-sender-without-receiver',
  group: 'cluster',
  severity: 'error',
  title: 'A cluster sender has no cluster receiver of its name.',
  docs: {
    behaviour:
      'A cluster-sender channel connects to the cluster-receiver channel of the same name on the queue manager that its CONNAME leads to. ' +
      'If there is no such channel, it does not start.',
    harm:
      'The queue manager never reaches the full repository: it learns of no queue, nobody learns of its own, and the channel stays in RETRYING. ' +
      'DISPLAY CLUSQMGR shows a SYSTEM.TEMPQMGR entry for it.',
    remedy: 'Give the CLUSSDR the name of the CLUSRCVR at the other end.',
    exception:
      'The receiver is on a queue manager whose files are not here. The finding is an error when the CONNAME is that of a known receiver with another name, or when ' +
      'two full repositories of the cluster are known; a warning when other members are known; otherwise nothing is said.',
    sources: [
      'IBM MQ 10.0, Troubleshooting queue manager cluster problems: https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=troubleshooting-queue-manager-cluster-problems',
    ],
  },
  check: {
    scope: 'cluster',
    perPlace: 'once',
    *run(cluster, { ask }) {
      if (cluster.isUniform || ask(isAnyMembershipOpen)) return;
      for (const { senders, queueManager } of cluster.members) {
        for (const sender of senders) {
          if (!sender.isDefined || sender.nameIsOpen) continue;
          // A receiver of its name in another cluster is a fault of its own.
          const leadsSomewhere = ask((estate) => clustersByReceiver(sender.name, estate).length > 0);
          const finding = leadsSomewhere ? undefined : judge(sender, queueManager, cluster);
          if (finding) yield finding;
        }
      }
    },
  },
};

const judge = (sender: MqObject, queueManager: QueueManager, cluster: Cluster): EstateFinding | undefined => {
  const others = hostsOf(cluster).filter((host) => host.queueManager !== queueManager);
  const receivers = others.flatMap((host) => host.receivers);
  if (others.length === 0 || receivers.some(({ nameIsOpen }) => nameIsOpen)) return undefined;
  const address = addressOf(sender);
  const meant = address === '' ? undefined : receivers.find((receiver) => addressOf(receiver) === address);
  const isComplete = fullRepositoriesOf(cluster).length > 1;
  return {
    at: sender.nameAt,
    message:
      `No queue manager of cluster ${cluster.name} has a CLUSRCVR ${sender.name}, so this CLUSSDR of ${queueManager.name} cannot start. ` +
      (meant
        ? `The CLUSRCVR at ${address} is ${meant.name}, on ${meant.queueManager}.`
        : `Known receivers: ${list(receivers.map(({ name }) => name))}.`),
    ...(!meant && !isComplete && { severity: 'warning' }),
    queueManager: queueManager.name,
    related: (meant ? [meant] : receivers).map(({ name, nameAt, queueManager: owner }) => ({
      at: nameAt,
      message: `${owner}: CLUSRCVR ${name}`,
    })),
    fixes: meant
      ? [{ title: `Name it ${meant.name}`, edits: [{ ...sender.nameAt, newText: quoteIfNeeded(meant.name) }] }]
      : [],
    subject: { cluster: cluster.name, queue: undefined, attribute: undefined, queueManagers: [queueManager.name] },
  };
};

const addressOf = (channel: MqObject): string => effectiveText(channel, 'CONNAME').replaceAll(' ', '').toLowerCase();
