import { effective } from '#core/model/effective.ts';
import type { Estate, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { isListed, looksWhole } from './parts/looks-whole.ts';
import type { EstateFinding, Rule, UnitContext } from './rule.ts';

export const noDeadLetterQueue: Rule = {
  code: 'no-dead-letter-queue',
  group: 'references',
  severity: 'warning',
  title: 'A queue manager that receives messages has no dead-letter queue.',
  docs: {
    behaviour:
      'A message that arrives through a channel and cannot be put to its queue (not defined, full, put-inhibited, not authorised, too long) goes to the dead-letter queue, DEADQ. It is blank unless ALTER QMGR or crtmqm -u names one.',
    harm: 'Without one, a persistent message that cannot be put stops the channel, and everything behind it waits on the transmission queue of the sender, for other queues too. Nonpersistent messages on a fast channel are discarded.',
    remedy:
      'Define a local queue for it and name it: `ALTER QMGR DEADQ(...)`. SYSTEM.DEAD.LETTER.QUEUE is there already.',
    exception:
      'Order matters more than availability: then a channel shall stop rather than leave a message out. And `crtmqm -u` may have set it outside of all files: ' +
      'so it is reported only when DEADQ is blanked, as in a dump, or when `mqsc.yaml` tells which files belong to the queue manager (and it is no member of a uniform cluster).',
    mqSays: 'AMQ9544 (Messages not put to destination queue), AMQ9599',
    sources: [
      'IBM MQ Explorer, tests: Dead-letter queue definitions',
      'IBM MQ 9.3, DeadLetterQName',
      'IBM MQ, Working with dead-letter queues',
      'Perl module MQSeries (Morgan Stanley, CPAN), ErrorLog/descriptions.pl: the texts of AMQ9544 and AMQ9599',
    ],
  },
  check: { scope: 'queue-manager', run: findNone },
};

function* findNone(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  const { attributes, name } = queueManager;
  const deadq = effective(attributes, 'DEADQ');
  if (deadq && (deadq.isOpen || deadq.value !== '')) return;
  const isBlanked = deadq?.origin.kind === 'written';
  if (receivers(queueManager).length === 0) return;
  if (!isBlanked && ask((estate) => !isListed(queueManager, estate) || isAutomatic(queueManager, estate))) return;
  if (!ask((estate) => looksWhole(queueManager, estate))) return;
  yield {
    at: deadq?.origin.kind === 'written' ? deadq.origin.at : attributes.nameAt,
    message: `${name} receives messages through channels, but has no dead-letter queue: one persistent message that cannot be put stops its channel for all others.`,
    queueManager: name,
  };
}

/** A member of a uniform cluster gets what its common script leaves out from the command that makes it. */
const isAutomatic = (queueManager: QueueManager, estate: Estate): boolean =>
  [...estate.clusters.values()].some(
    ({ isUniform, members }) => isUniform && members.some((member) => member.queueManager === queueManager),
  );

const receivers = ({ objects }: QueueManager) =>
  [...objects.all('channel')].filter(
    ({ name, channelType }) => receiving.has(channelType ?? '') && !isDefaultObject(name),
  );

const receiving: ReadonlySet<string> = new Set(['CLUSRCVR', 'RCVR', 'RQSTR']);
