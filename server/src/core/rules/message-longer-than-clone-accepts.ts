import { effective } from '#core/model/effective.ts';
import { writtenIn } from './parts/clone-groups.ts';
import { onlyReceiverOf } from './parts/clone-hosts.ts';
import { differenceIn, readingOf } from './parts/difference.ts';
import { hostNamed } from './parts/host.ts';
import { oncePerPlace } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { subjectOf } from './parts/subject.ts';
import type { Ask, Clone, Clones, EstateFinding, Rule } from './rule.ts';

export const messageLongerThanCloneAccepts: Rule = {
  code: 'message-longer-than-clone-accepts',
  group: 'cluster',
  severity: 'warning',
  title: 'The channel to an instance takes only shorter messages than its queue.',
  docs: {
    behaviour:
      'A message is held against the limits of the putter’s queue manager and transmission queue when it is put, and against those of the channel and of the target queue when it travels. ' +
      'None of the latter (MAXMSGL of the CLUSRCVR and of the queue) is known to the putter.',
    harm: 'A message that the queue was made for does not get through the channel: it is accepted from the program and ends on a dead-letter queue, or stops the channel. Which it does is seen only when the first long one comes.',
    remedy: 'Raise MAXMSGL of the cluster receiver to that of the queue; the light bulb does it.',
    exception:
      'No message is as long as the queue allows. When hosts differ in the MAXMSGL of their channels or queues, those findings say so, and this one is silent.',
    mqSays: '2218 (MQRC_MSG_TOO_BIG_FOR_CHANNEL), known from memory',
    sources: [
      'IBM MQ 9.2, How are destination object attributes resolved: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/q132960_.html',
      'IBM MQ 9.0, What happens when a message cannot be delivered: https://www.ibm.com/support/knowledgecenter/en/SSFKSJ_9.0.0/com.ibm.mq.con.doc/q015720_.html',
    ],
  },
  check: {
    scope: 'clone-group',
    *run(group, { ask }) {
      if (writtenIn(group).has('MAXMSGL') && !differenceIn(group, 'MAXMSGL')) yield* check(group, ask);
    },
  },
};

function* check(group: Clones, ask: Ask): Iterable<EstateFinding> {
  const found = group.instances.flatMap((instance) => narrowChannel(group, instance, ask) ?? []);
  if (new Set(found.map(({ limit }) => limit)).size > 1 || found.length < group.instances.length) return;
  for (const { at, instance, receiver, limit, length } of oncePerPlace(found)) {
    const edit = setAttribute(receiver, 'MAXMSGL', length, effective(receiver, 'MAXMSGL'));
    yield {
      at,
      message: `${group.queue} on ${instance.queueManager.name} takes messages of ${length} bytes, but its cluster receiver ${receiver.name} lets no more than ${limit} through: a longer one is accepted from its sender and does not arrive.`,
      queueManager: instance.queueManager.name,
      related: [{ at: receiver.nameAt, message: `${receiver.name}: MAXMSGL(${limit})` }],
      fixes: edit ? [{ title: `Make MAXMSGL(${length}) on ${receiver.name}`, edits: [edit] }] : [],
      subject: subjectOf(group, 'MAXMSGL'),
    };
  }
}

const askReceiver = (cluster: string, host: string, ask: Ask) =>
  ask((estate) => {
    const [found, queueManager] = [estate.clusters.get(cluster), hostNamed(host, estate)];
    return found && queueManager && onlyReceiverOf(found, queueManager);
  });

const narrowChannel = ({ cluster }: Clones, instance: Clone, ask: Ask) => {
  const receiver = askReceiver(cluster, instance.queueManager.name, ask);
  const reading = readingOf(instance, 'MAXMSGL');
  const value = receiver && effective(receiver, 'MAXMSGL');
  if (!receiver || !reading || !value || value.isOpen || !receiver.isDefined) return undefined;
  const limit = Number(value.value);
  if (limit === 0 || !(Number(reading.value) > limit)) return undefined;
  return { at: reading.at, instance, receiver, limit, length: reading.value };
};
