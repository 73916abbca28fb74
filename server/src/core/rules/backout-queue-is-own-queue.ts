import { effective, effectiveText } from '#core/model/effective.ts';
import { attributePlace } from './parts/attribute-place.ts';
import type { Rule } from './rule.ts';

export const backoutQueueIsOwnQueue: Rule = {
  code: 'backout-queue-is-own-queue',
  group: 'references',
  severity: 'warning',
  title: 'A queue is its own backout queue.',
  docs: {
    behaviour:
      'What reads the queue (JMS, an application server, a program of its own) moves a message that was backed out BOTHRESH times to the queue that BOQNAME names. There it is a new message, with a backout count of 0.',
    harm: 'A message that can never be processed comes back for ever, behind those that it was in front of.',
    remedy: 'Name a queue of its own for such messages, which people look at.',
    exception: 'The message is meant to be tried again later, and something else ends the circle.',
    sources: [
      'IBM MQ, DEFINE queues, BOQNAME and BOTHRESH: the queue manager itself takes no action on them; that the count begins anew is known from memory',
    ],
  },
  check: {
    scope: 'object',
    among: ['queue'],
    *run(queue, { queueManager }) {
      const value = queue.nameIsOpen ? undefined : effective(queue, 'BOQNAME');
      if (!value || value.isOpen || value.value !== queue.name) return;
      // Nothing is moved at all: that is told by another rule.
      if (effectiveText(queue, 'BOTHRESH') === '0') return;
      yield {
        at: attributePlace(queue, 'BOQNAME'),
        message: `${queue.name} is its own backout queue: a message that cannot be processed comes back to it for ever.`,
        queueManager: queueManager.name,
      };
    },
  },
};
