import { effectiveText } from '#core/model/effective.ts';
import { isKeptTogether, orderedQueuesOf } from './parts/ordered-queues.ts';
import { because } from './parts/ordering-needs.ts';
import { oncePerPlace } from './parts/places.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

export const deadLetterBreaksSequence: Rule = {
  code: 'dead-letter-breaks-sequence',
  group: 'ordering',
  severity: 'info',
  title: 'A message of a sequence that cannot be delivered goes to the dead-letter queue, and the rest passes it.',
  docs: {
    behaviour:
      'A channel that cannot put a message, because its queue is full or put-disabled or the message too long, puts it on the dead-letter queue (DEADQ, with `USEDLQ(YES)` on the channel) and goes on with the next.',
    harm: 'The messages behind it arrive without their predecessor. It is delivered later by a dead-letter handler, or not at all.',
    remedy:
      'A channel of its own for the sequence with `USEDLQ(NO)`: it stops at the message instead. That stops everything else on the channel too, so it is no fix for a shared one.',
    exception:
      'A gap matters less than a channel that stands still. Nothing is said of queues without a declared sequence, nor where several instances break the order anyway.',
    sources: [
      'IBM MQ 9.0, What happens when a message cannot be delivered: https://www.ibm.com/support/knowledgecenter/en/SSFKSJ_9.0.0/com.ibm.mq.con.doc/q015720_.html',
      'IBM MQ, Dead-letter queues (a sequence may be broken by their use) and USEDLQ: https://www.ibm.com/support/knowledgecenter/en/SSFKSJ_9.0.0/com.ibm.mq.con.doc/q002680_.html',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      const found = orderedQueuesOf(estate)
        .filter(isKeptTogether)
        .flatMap((queue) => {
          const { group, queueManager, object } = queue;
          const member =
            group && estate.clusters.get(group.cluster)?.members.find((one) => one.queueManager === queueManager);
          const channels = member?.receivers.filter((one) => effectiveText(one, 'USEDLQ') === 'YES') ?? [];
          const deadLetters = effectiveText(queueManager.attributes, 'DEADQ');
          return channels.length > 0 && deadLetters !== ''
            ? { ...queue, channels, deadLetters, at: object.nameAt }
            : [];
        });
      for (const { at, object, queueManager, need, group, channels, deadLetters } of oncePerPlace(found)) {
        yield {
          at,
          message:
            `${object.name} must be processed in sequence${because(need)}, but a message that ${list(channels.map(({ name }) => name))} cannot deliver goes to ${deadLetters}, ` +
            'and those behind it are delivered without it.',
          queueManager: queueManager.name,
          related: [
            { at: need.at, message: `${need.need} is declared here` },
            ...channels.map(({ nameAt, name }) => ({ at: nameAt, message: `CLUSRCVR ${name}: USEDLQ(YES)` })),
          ],
          subject: {
            cluster: group?.cluster,
            queue: object.name,
            attribute: 'USEDLQ',
            queueManagers: [queueManager.name],
          },
        };
      }
    },
  },
};
