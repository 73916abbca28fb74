import { effectiveText } from '#core/model/effective.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import type { Ask } from '../rule.ts';
import { namedQueueManagers } from './named-queue-managers.ts';
import { forQueueManagerInTurn } from './per-queue-manager.ts';

/**
 * The sender and server channels with the queue manager of the files that each leads to: that which the transmission queue is named after,
 * or which the remote queues name that use it. Where several are behind one transmission queue the next one passes messages on, and which it
 * is nobody tells: of those nothing is said.
 */
export function* destinationsOfSenders(
  queueManager: QueueManager,
  ask: Ask,
): Iterable<{ readonly sender: MqObject; readonly partner: QueueManager }> {
  const destinations = destinationsOf(queueManager);
  const senders = sendersOf(queueManager);
  const namedBy = (xmitq: string): readonly string[] => [xmitq, ...(destinations.get(xmitq) ?? [])];
  const partners = namedQueueManagers(
    senders.flatMap(({ xmitq }) => namedBy(xmitq)),
    ask,
  );
  for (const { sender, xmitq } of senders) {
    const known = namedBy(xmitq).flatMap((one) => partners.get(one.toUpperCase()) ?? []);
    const [partner, another] = new Set(known.filter((one) => one !== queueManager));
    if (partner && !another) yield { sender, partner };
  }
}

/** The senders whose transmission queue is known. */
const sendersOf = forQueueManagerInTurn(({ objects }) =>
  [...objects.all('channel')].flatMap((sender) => {
    const { name, channelType, isDefined, nameIsOpen } = sender;
    const isSender = (channelType === 'SDR' || channelType === 'SVR') && isDefined && !nameIsOpen;
    const xmitq = isSender && !isDefaultObject(name) ? effectiveText(sender, 'XMITQ') : '';
    return xmitq === '' ? [] : { sender, xmitq };
  }),
);

/** By transmission queue, the queue managers that remote queues name. */
const destinationsOf = forQueueManagerInTurn(({ objects }): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const queue of objects.all('queue')) {
    if (queue.type !== 'QREMOTE') continue;
    const xmitq = effectiveText(queue, 'XMITQ');
    const known = found.get(xmitq);
    if (known) known.push(effectiveText(queue, 'RQMNAME'));
    else found.set(xmitq, [effectiveText(queue, 'RQMNAME')]);
  }
  return found;
});
