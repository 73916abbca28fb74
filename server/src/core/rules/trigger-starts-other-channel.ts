import { effective, effectiveText } from '#core/model/effective.ts';
import { isSender } from '#core/model/message-route.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { list } from './parts/words.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const triggerStartsOtherChannel: Rule = {
  code: 'trigger-starts-other-channel',
  group: 'references',
  severity: 'warning',
  title: 'The trigger of a transmission queue starts a channel that does not empty it.',
  docs: {
    behaviour:
      'A message on a transmission queue with `TRIGGER` makes a trigger message for the channel initiator, which starts the channel that `TRIGDATA` names. The channel takes its messages from the queue that its own `XMITQ` names.',
    harm: 'The wrong channel is started. The messages of this queue wait until somebody starts the right one, and nothing is in error.',
    remedy: 'Name the channel whose XMITQ is this queue (the light bulb does it where there is only one).',
    exception:
      'The channel is defined by a file that is not of this workspace. Nothing is said where PROCESS is set, which can name the channel too, and where no channel here empties the queue.',
    sources: [
      'IBM MQ 7.5, Triggering channels: https://www.ibm.com/support/knowledgecenter/en/SSFKSJ_7.5.0/com.ibm.mq.con.doc/q015730_.htm',
      'IBM MQ 9.2, Process definitions (a channel is triggered without one): https://ibm.com/support/knowledgecenter/SSFKSJ_9.2.0/com.ibm.mq.explorer.doc/e_process_defs.html',
    ],
  },
  check: { scope: 'object', among: ['queue'], run: findWrong },
};

function* findWrong(queue: MqObject, { queueManager, find, ask }: ObjectContext): Iterable<EstateFinding> {
  const named = triggeredBy(queue);
  if (named === undefined) return;
  const emptying = ask((_, own) => channelsOf(queue, own()));
  if (emptying.length === 0 || emptying.includes(named)) return;
  const channel = find('channel', named);
  const edit =
    emptying.length === 1
      ? setAttribute(queue, 'TRIGDATA', emptying[0] ?? '', effective(queue, 'TRIGDATA'))
      : undefined;
  yield {
    at: attributePlace(queue, 'TRIGDATA'),
    message: `TRIGDATA of ${queue.name} starts ${named}, ${whatItIs(channel, queueManager.name)}; ${queue.name} is emptied by ${list(emptying)}. Its messages wait there.`,
    queueManager: queueManager.name,
    related: channel ? [{ at: channel.nameAt, message: `${named} is defined here` }] : [],
    fixes: edit ? [{ title: `Write ${emptying[0]}`, edits: [edit] }] : [],
  };
}

/** The channel that a trigger of the transmission queue starts, where one does and its name is known. */
function triggeredBy(queue: MqObject): string | undefined {
  if (queue.type !== 'QLOCAL' || queue.isSystem || queue.nameIsOpen) return undefined;
  if (effectiveText(queue, 'USAGE') !== 'XMITQ' || effectiveText(queue, 'TRIGGER') !== 'TRIGGER') return undefined;
  const value = effective(queue, 'TRIGDATA');
  if (!value || value.isOpen || value.value === '' || effective(queue, 'PROCESS')?.isOpen) return undefined;
  return effectiveText(queue, 'PROCESS') === '' ? value.value : undefined;
}

/** None where a channel's transmission queue is filled in later. */
function channelsOf({ name }: MqObject, { objects }: QueueManager): readonly string[] {
  const senders = [...objects.all('channel')].filter((channel) => isSender(channel) && channel.isDefined);
  if (senders.some((channel) => channel.nameIsOpen || effective(channel, 'XMITQ')?.isOpen)) return [];
  return senders.filter((channel) => effectiveText(channel, 'XMITQ') === name).map((channel) => channel.name);
}

const whatItIs = (channel: MqObject | undefined, queueManager: string): string => {
  if (!channel) return `which no file of ${queueManager} defines`;
  const other = effectiveText(channel, 'XMITQ');
  return other === '' ? `a ${channel.channelType}` : `which takes its messages from ${other}`;
};
