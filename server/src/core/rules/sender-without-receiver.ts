import type { MqObject, QueueManager } from '#core/model/model.ts';
import { absenceOf } from './parts/absence.ts';
import { destinationsOfSenders } from './parts/sender-destinations.ts';
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
  for (const { sender, partner } of destinationsOfSenders(queueManager, ask)) {
    const { name, nameAt } = sender;
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

/** A type that MQ does not know is a finding of its own. */
const fits = ({ channelType, nameIsOpen }: MqObject): boolean =>
  nameIsOpen || channelType === undefined || !unfit.has(channelType);

const unfit: ReadonlySet<string> = new Set(['SDR', 'SVR', 'SVRCONN', 'CLUSSDR', 'CLUSRCVR', 'AMQP', 'MQTT']);
