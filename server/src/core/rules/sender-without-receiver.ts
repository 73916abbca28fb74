import { effectiveText } from '#core/model/effective.ts';
import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { absenceOf } from './parts/absence.ts';
import { perQueueManager } from './parts/per-queue-manager.ts';
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
    mqSays: 'AMQ9519 (Channel not found), AMQ9503 (Channel negotiation failed)',
    sources: ['IBM MQ Explorer, tests: matching channel pairs', 'IBM MQ, Channel control: AMQ9519'],
  },
  check: { scope: 'queue-manager', run: findLonely },
};

function* findLonely(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const sender of sendersOf(queueManager)) {
    const { name, nameAt } = sender;
    const lonely = ask((estate) => judge(sender, queueManager, estate));
    if (!lonely) continue;
    const { partner, found, meant } = lonely;
    const problem = found
      ? `there ${name} is a ${found.channelType}.`
      : `no file of ${partner} defines a channel ${name}${meant === undefined ? '.' : `; did you mean ${meant}?`}`;
    yield {
      at: nameAt,
      message: `${name} leads to ${partner}, but ${problem} It cannot start.`,
      queueManager: queueManager.name,
      related: found ? [{ at: found.nameAt, message: `The channel on ${partner}` }] : [],
    };
  }
}

const sendersOf = ({ objects }: QueueManager) =>
  [...objects.all('channel')].filter(
    ({ name, channelType, isDefined, nameIsOpen }) =>
      (channelType === 'SDR' || channelType === 'SVR') && isDefined && !nameIsOpen && !isDefaultObject(name),
  );

/** What is at the other end in place of a receiver; undefined when one is there, or may be. */
const judge = (sender: MqObject, queueManager: QueueManager, estate: Estate) => {
  const { name } = sender;
  const partner = partnerOf(sender, queueManager, estate);
  const found = partner?.objects.get('channel', name);
  if (!partner || (found && fits(found))) return undefined;
  const absence = found ? undefined : absenceOf({ queueManager: partner, space: 'channel', name }, estate);
  return found || absence ? { partner: partner.name, found, meant: absence?.meant } : undefined;
};

/** The queue manager that the transmission queue is for, if the files have it. */
const partnerOf = (sender: MqObject, queueManager: QueueManager, estate: Estate): QueueManager | undefined => {
  const xmitq = effectiveText(sender, 'XMITQ');
  if (xmitq === '') return undefined;
  const names = [xmitq, ...(destinationsOf(queueManager).get(xmitq) ?? [])];
  const partners = new Set(
    names.flatMap((name) => estate.queueManagers.get(name.toUpperCase()) ?? []).filter((one) => one !== queueManager),
  );
  // Several behind one transmission queue: the next one passes messages on, and which it is nobody tells.
  return partners.size === 1 ? [...partners][0] : undefined;
};

/** By transmission queue, the queue managers that remote queues name. */
const destinationsOf = perQueueManager(({ objects }): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const queue of objects.all('queue')) {
    if (queue.type !== 'QREMOTE') continue;
    const xmitq = effectiveText(queue, 'XMITQ');
    found.set(xmitq, [...(found.get(xmitq) ?? []), effectiveText(queue, 'RQMNAME')]);
  }
  return found;
});

const fits = ({ channelType, nameIsOpen }: MqObject): boolean =>
  nameIsOpen || channelType === undefined || channelType === 'RCVR' || channelType === 'RQSTR';
