import { effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import type { ObjectContext, Severity } from '../rule.ts';

/** The shared queue through which the members of a queue-sharing group send to each other; its agent empties it, no channel does. */
export const intraGroupQueue = 'SYSTEM.QSG.TRANSMIT.QUEUE';

export interface Misuse {
  readonly what: string;
  readonly severity: Severity;
}

/**
 * Why nothing is sent by this queue for an object that names it. Silent where nothing tells the platform: the queue is of z/OS, and so is
 * what turns it on.
 */
export function misuseOfIntraGroupQueue(
  object: MqObject,
  { queueManager, find, ask }: ObjectContext,
): Misuse | undefined {
  const { name, platform, isPlatformKnown } = queueManager;
  if (!isPlatformKnown) return undefined;
  if (platform !== 'zos' && find('queue', intraGroupQueue)) return undefined;
  if (platform !== 'zos')
    return {
      what: `${name} does not run on z/OS, and only there MQ has this queue, for queue-sharing groups.`,
      severity: 'warning',
    };
  if (object.type === 'CHANNEL')
    return {
      what: 'the agent of intra-group queuing empties that queue: the two would take messages from each other.',
      severity: 'warning',
    };
  const igq = ask((_, own) => effectiveText(own().attributes, 'IGQ'));
  if (igq === 'ENABLED') return undefined;
  const isSaid = ask((_, own) => own().attributes?.written.has('IGQ') ?? false);
  return {
    what: `${isSaid ? 'IGQ(DISABLED) turns intra-group queuing off' : 'no file here turns intra-group queuing on, and IGQ(DISABLED) is the default'}: ${
      object.type === 'QREMOTE'
        ? 'opening it fails with 2092 (MQRC_XMIT_Q_USAGE_ERROR).'
        : 'a remote queue that names it is refused with 2092 (MQRC_XMIT_Q_USAGE_ERROR) then.'
    }`,
    severity: isSaid && object.type === 'QREMOTE' ? 'error' : 'warning',
  };
}
