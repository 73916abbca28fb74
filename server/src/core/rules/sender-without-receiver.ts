import { effectiveText } from '#core/model/effective.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { absenceOf } from './parts/absence.ts';
import { namedQueueManagers } from './parts/named-queue-managers.ts';
import type { EstateFinding, Rule, UnitContext } from './rule.ts';

export const senderWithoutReceiver: Rule = {
  code: 'sender-without-receiver',
  group: 'references',
  severity: 'warning',
  title: 'A sender channel has no receiver of its name at the other end.',
  docs: {
    behaviour:
      'The two ends of a channel have the same name, on two queue managers, and types that fit: a sender or server with a receiver or requester. The sender asks for that name at the address in CONNAME.',
    harm: 'The channel does not start, and the messages wait on the transmission queue.',
    remedy: 'Define the receiver on the other queue manager, or correct the name.',
    exception:
      'The other queue manager is not in these files. Which one it is tells the transmission queue (its name, or the RQMNAME of remote queues that use it); only when its files look complete, or have a channel of almost this name, anything is said.',
    mqSays:
      'AMQ9520 (no definition of the channel at the remote location) at the sender, AMQ9519 (Channel not found) there',
    sources: [
      'IBM MQ Explorer, tests: matching channel pairs',
      'IBM MQ, Channel control: AMQ9519',
      'Perl module MQSeries (Morgan Stanley, CPAN), ErrorLog/descriptions.pl: the texts of AMQ9503, AMQ9519 and AMQ9520',
    ],
  },
  check: { scope: 'queue-manager', run: findLonely },
};

function* findLonely(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  const destinations = destinationsOf(queueManager);
  const senders = sendersOf(queueManager);
  const namedBy = (xmitq: string): readonly string[] => [xmitq, ...(destinations.get(xmitq) ?? [])];
  const partners = namedQueueManagers(
    senders.flatMap(({ xmitq }) => namedBy(xmitq)),
    ask,
  );
  for (const { name, nameAt, xmitq } of senders) {
    const known = namedBy(xmitq).flatMap((one) => partners.get(one.toUpperCase()) ?? []);
    const [partner, another] = new Set(known.filter((one) => one !== queueManager));
    // Several behind one transmission queue: the next one passes messages on, and which it is nobody tells.
    if (!partner || another) continue;
    const found = partner.objects.get('channel', name);
    if (found && fits(found)) continue;
    const absence = found
      ? undefined
      : ask((estate) => absenceOf({ queueManager: partner, space: 'channel', name }, estate));
    if (!found && !absence) continue;
    const meant = absence?.meant;
    const problem = found
      ? `there ${name} is a ${found.channelType}.`
      : `no file of ${partner.name} defines a channel ${name}${meant === undefined ? '.' : `; did you mean ${meant}?`}`;
    yield {
      at: nameAt,
      message: `${name} leads to ${partner.name}, but ${problem} It cannot start.`,
      queueManager: queueManager.name,
      related: found ? [{ at: found.nameAt, message: `The channel on ${partner.name}` }] : [],
    };
  }
}

/** The senders whose transmission queue is known. */
const sendersOf = ({ objects }: QueueManager) =>
  [...objects.all('channel')].flatMap((channel) => {
    const { name, nameAt, channelType, isDefined, nameIsOpen } = channel;
    const isSender = (channelType === 'SDR' || channelType === 'SVR') && isDefined && !nameIsOpen;
    const xmitq = isSender && !isDefaultObject(name) ? effectiveText(channel, 'XMITQ') : '';
    return xmitq === '' ? [] : { name, nameAt, xmitq };
  });

/** By transmission queue, the queue managers that remote queues name. */
const destinationsOf = ({ objects }: QueueManager): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const queue of objects.all('queue')) {
    if (queue.type !== 'QREMOTE') continue;
    const xmitq = effectiveText(queue, 'XMITQ');
    const known = found.get(xmitq);
    if (known) known.push(effectiveText(queue, 'RQMNAME'));
    else found.set(xmitq, [effectiveText(queue, 'RQMNAME')]);
  }
  return found;
};

const fits = ({ channelType, nameIsOpen }: MqObject): boolean =>
  nameIsOpen || channelType === undefined || channelType === 'RCVR' || channelType === 'RQSTR';
