import { effectiveText } from '#core/model/effective.ts';
import { writtenText } from '#core/model/make-object.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';
import { looksWhole } from './parts/looks-whole.ts';
import type { Rule } from './rule.ts';

export const transmissionQueueWithoutChannel: Rule = {
  code: 'transmission-queue-without-channel',
  group: 'references',
  severity: 'warning',
  title: 'No channel empties a transmission queue.',
  docs: {
    behaviour:
      'A sender or server channel takes messages from the transmission queue that its XMITQ names. A cluster sender does so from a queue whose CLCHNAME fits its name.',
    harm: 'Messages for the other queue manager are accepted, wait on the transmission queue until it is full, and no channel is in error.',
    remedy:
      'Define the channel with `XMITQ` of this name, or correct the name in the channel; delete the queue if nothing is sent there any more.',
    exception:
      'A program, a bridge or a gateway reads the transmission queue, or the channel is defined by a file that is not of this workspace. Nothing is said unless the files of the queue manager look complete.',
    sources: [
      'IBM MQ 9.4, ALTER queues (USAGE, CLCHNAME): https://www.ibm.com/docs/en/SSFKSJ_9.4.0/refadmin/q085330_.html',
      'IBM MQ Explorer, tests: Verify use of transmission queues in channels',
    ],
  },
  check: {
    scope: 'queue-manager',
    *run(queueManager, { ask }) {
      const queues = unread(queueManager);
      if (queues.length === 0 || !ask((estate) => looksWhole(queueManager, estate))) return;
      for (const { name, nameAt } of queues)
        yield {
          at: nameAt,
          message: `No SDR or SVR channel of ${queueManager.name} has XMITQ(${name}): what is put to this transmission queue waits there for ever.`,
          queueManager: queueManager.name,
        };
    },
  },
};

const unread = ({ objects }: QueueManager): readonly MqObject[] => {
  const queues = [...objects.all('queue')].filter(isTransmissionQueue);
  if (queues.length === 0) return [];
  const channels = [...objects.all('channel')];
  if (channels.some((channel) => writtenText(channel, 'XMITQ')?.isOpen)) return [];
  const read = new Set(channels.map((channel) => effectiveText(channel, 'XMITQ')));
  return queues.filter(({ name }) => !read.has(name));
};

const isTransmissionQueue = (queue: MqObject): boolean =>
  queue.type === 'QLOCAL' &&
  queue.isDefined &&
  !queue.isSystem &&
  !queue.nameIsOpen &&
  writtenText(queue, 'USAGE')?.value === 'XMITQ' &&
  !writtenText(queue, 'CLCHNAME');
