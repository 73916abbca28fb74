import { effective, effectiveText, isDefault } from '#core/model/effective.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const deadLetterQueueTooShort: Rule = {
  code: 'dead-letter-queue-too-short',
  group: 'references',
  severity: 'warning',
  title: 'The dead-letter queue takes shorter messages than other queues of its queue manager.',
  docs: {
    behaviour:
      'A message that cannot be delivered is put to the dead-letter queue with a header before it. MAXMSGL of that queue must be enough for the longest message of the queue manager and for the header.',
    harm: 'A longer message that cannot be delivered has nowhere to go: its channel stops, with all that is behind it.',
    remedy: 'Give the dead-letter queue at least the MAXMSGL of the longest queue, and room for the header.',
    exception:
      'All messages are short. Where the dead-letter queue has the default length it is information only; of the header alone nothing is said, nor of transmission queues, nor of what is longer than MAXMSGL of the queue manager.',
    sources: [
      'IBM MQ 9.2, Working with dead-letter queues (MAXMSGL, and the header MQDLH): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.adm.doc/q020730_.html',
    ],
  },
  check: { scope: 'object', among: ['queue-manager'], run: findShort },
};

function* findShort(attributes: MqObject, { queueManager, find, ask }: ObjectContext): Iterable<EstateFinding> {
  const name = effective(attributes, 'DEADQ');
  const queue = !name || name.isOpen || name.value === '' ? undefined : find('queue', name.value);
  const own = queue && lengthOf(queue);
  if (!queue || own === undefined || queue.isSystem || queue.nameIsOpen) return;
  const found = ask((_, at) => longestOf(at(), queue.name));
  // Nothing is longer than the queue manager takes.
  const most = Number(effectiveText(attributes, 'MAXMSGL') || Number.POSITIVE_INFINITY);
  const longest = found && { ...found, length: Math.min(found.length, most) };
  if (longest === undefined || longest.length <= own) return;
  const value = effective(queue, 'MAXMSGL');
  const other = find('queue', longest.name);
  const edit = setAttribute(queue, 'MAXMSGL', String(longest.length), value);
  yield {
    at: attributePlace(queue, 'MAXMSGL'),
    message: `The dead-letter queue ${queue.name} takes messages of ${own} bytes, ${longest.name} of up to ${longest.length}: a longer one that cannot be delivered there stops its channel.`,
    ...(isDefault(queue, 'MAXMSGL') && { severity: 'info' }),
    queueManager: queueManager.name,
    related: other
      ? [
          {
            at: attributePlace(other, 'MAXMSGL'),
            message: `${longest.name}: MAXMSGL(${effectiveText(other, 'MAXMSGL')})`,
          },
        ]
      : [],
    fixes: edit ? [{ title: `Make MAXMSGL(${longest.length})`, edits: [edit] }] : [],
  };
}

/** The local queue with the longest messages, beside the dead-letter queue. */
function longestOf({ objects }: QueueManager, deadLetters: string): { name: string; length: number } | undefined {
  let longest: { name: string; length: number } | undefined;
  for (const queue of objects.all('queue')) {
    if (queue.name === deadLetters || queue.isSystem || queue.nameIsOpen) continue;
    const length = effectiveText(queue, 'USAGE') === 'XMITQ' ? undefined : lengthOf(queue);
    if (length !== undefined && length > (longest?.length ?? 0)) longest = { name: queue.name, length };
  }
  return longest;
}

const lengthOf = (queue: MqObject): number | undefined => {
  const value = queue.type === 'QLOCAL' && queue.isDefined ? effective(queue, 'MAXMSGL') : undefined;
  return value && !value.isOpen && /^\d+$/.test(value.value) ? Number(value.value) : undefined;
};
