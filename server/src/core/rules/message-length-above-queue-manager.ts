import { effective, isDefault } from '#core/model/effective.ts';
import type { QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { looksWhole } from './parts/looks-whole.ts';
import type { Rule } from './rule.ts';

export const messageLengthAboveQueueManager: Rule = {
  code: 'message-length-above-queue-manager',
  group: 'references',
  severity: 'warning',
  title: 'A queue takes longer messages than its queue manager.',
  docs: {
    behaviour:
      'MAXMSGL of a queue and MAXMSGL of the queue manager (4194304 bytes by default) are set one without the other, and the lesser of the two is what counts.',
    harm: 'Messages for which the queue was made are refused by the queue manager.',
    remedy: 'Raise MAXMSGL of the queue manager with ALTER QMGR, before the queues are defined.',
    exception:
      'A command that is not in these files raises it: where the queue manager has the default this is only an information, and nothing is said unless its files set MAXMSGL or look complete. On z/OS the queue manager has no such limit to set.',
    mqSays: '2031 (MQRC_MSG_TOO_BIG_FOR_Q_MGR)',
    sources: [
      'IBM MQ 10.0, MaxMsgLength: https://www.ibm.com/docs/en/ibm-mq/10.0.x?topic=i-maxmsglength-10-digit-signed-integer',
      'IBM MQ, 2031 (MQRC_MSG_TOO_BIG_FOR_Q_MGR): https://www.ibm.com/docs/en/SSFKSJ_latest/reference/q041030_.html',
    ],
  },
  check: {
    scope: 'object',
    among: ['queue'],
    *run(queue, { queueManager: { name, platform }, ask }) {
      const own = platform !== 'zos' && !isDefaultObject(queue.name) ? effective(queue, 'MAXMSGL') : undefined;
      if (own?.origin.kind !== 'written' || own.isOpen) return;
      const length = Number(own.value);
      const limit = ask((estate, owner) => limitOf(owner(), () => looksWhole(owner(), estate)));
      if (!limit || !(length > limit.bytes)) return;
      yield {
        at: own.origin.at,
        message: `${queue.name} takes messages of ${length} bytes, but ${name} itself takes no more than ${limit.bytes}${limit.isDefault ? ', the default' : ''}: longer ones are refused with 2031 (MQRC_MSG_TOO_BIG_FOR_Q_MGR).`,
        ...(limit.isDefault && { severity: 'info' as const }),
        queueManager: name,
      };
    },
  },
};

/** Undefined where it is not known: filled in later, or possibly set by what is not here. */
function limitOf({ attributes }: QueueManager, isWhole: () => boolean) {
  const value = effective(attributes, 'MAXMSGL');
  if (!value || value.isOpen) return undefined;
  const isKnown = value.origin.kind === 'written' || isWhole();
  return isKnown ? { bytes: Number(value.value), isDefault: isDefault(attributes, 'MAXMSGL') } : undefined;
}
