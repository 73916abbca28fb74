import { effective, effectiveText } from '#core/model/effective.ts';
import { isQueueManagerAlias, meaningOfRemote } from '#core/model/message-route.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';
import { intraGroupQueue, misuseOfIntraGroupQueue } from './parts/intra-group.ts';
import { placeOf, referencesIn, referrers } from './parts/references.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { EstateFinding, Fix, ObjectContext, Rule } from './rule.ts';

export const notATransmissionQueue: Rule = {
  code: 'not-a-transmission-queue',
  group: 'references',
  severity: 'error',
  title: 'What is used as transmission queue is none.',
  docs: {
    behaviour:
      'XMITQ of a remote queue or of a sender or server channel, and DEFXMITQ of the queue manager, must name a local queue with USAGE(XMITQ). DEFINE does not check it. A remote queue without XMITQ uses the queue that has the name of RQMNAME. SYSTEM.QSG.TRANSMIT.QUEUE (z/OS) serves only where IGQ(ENABLED) turns intra-group queuing on; MQ then takes it by itself, and no XMITQ need name it.',
    harm: 'Opening the remote queue fails, and the channel does not start.',
    remedy:
      'Give the queue USAGE(XMITQ), or name another. Instead of SYSTEM.QSG.TRANSMIT.QUEUE name none, and set IGQ(ENABLED) where the members of the group shall use it.',
    exception:
      'What is said of SYSTEM.QSG.TRANSMIT.QUEUE is a warning where no file sets IGQ, for DEFXMITQ and for channels; nothing is said where the platform is not known.',
    mqSays:
      '2091 (MQRC_XMIT_Q_TYPE_ERROR), 2092 (MQRC_XMIT_Q_USAGE_ERROR), 2198, 2199 for DEFXMITQ, 4037 (MQRCCF_NOT_XMIT_Q) for a channel',
    sources: [
      'IBM MQ, 2091 (MQRC_XMIT_Q_TYPE_ERROR): https://www.ibm.com/docs/en/SSFKSJ_latest/reference/q041520_.html, and 2092 (MQRC_XMIT_Q_USAGE_ERROR): https://www.ibm.com/docs/en/SSFKSJ_latest/reference/q041530_.html',
      'IBM MQ 9.2, 2198 (MQRC_DEF_XMIT_Q_TYPE_ERROR): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tro.doc/q042410_.html, and 2199 (MQRC_DEF_XMIT_Q_USAGE_ERROR): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tro.doc/q042420_.html',
      'IBM MQ 9.1, 2092 again: XMITQ is SYSTEM.QSG.TRANSMIT.QUEUE while IGQ is disabled: https://www.ibm.com/support/knowledgecenter/SSFKSJ_9.1.0/com.ibm.mq.ref.doc/q041530_.html',
      'IBM MQ 9.3, Getting started with intra-group queuing (IGQ, and the agent that empties the queue): https://www.ibm.com/docs/en/ibm-mq/9.3.x?topic=queuing-getting-started-intra-group. That IGQ(DISABLED) is the default, and what becomes of DEFXMITQ and of channels with that queue, rests on memory.',
      'IBM MQ, 4037 (MQRCCF_NOT_XMIT_Q)',
      'IBM MQ Explorer, tests: Verify use of transmission queues in channels',
    ],
  },
  check: { scope: 'object', among: referrers, run: findWrong },
};

function* findWrong(object: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  const { queueManager, find } = context;
  yield* wrongByName(object, context);
  yield* wrongForGroup(object, context);
  for (const reference of referencesIn(object, ['XMITQ', 'DEFXMITQ'])) {
    const { keyword, name } = reference;
    const found = find('queue', name);
    const problem = found && !found.isSystem && problemOf(found);
    if (!found || !problem) continue;
    yield {
      at: placeOf(reference),
      message: `${object.name} has ${keyword}(${name}), but ${name} ${problem}. Nothing can be sent through it.`,
      queueManager: queueManager.name,
      related: [{ at: found.nameAt, message: `${name} ${problem}` }],
      fixes: fixFor(found),
    };
  }
}

/** What is named is the queue of intra-group queuing, where that sends nothing. */
function* wrongForGroup(object: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  for (const reference of referencesIn(object, ['XMITQ', 'DEFXMITQ'])) {
    const { keyword, name } = reference;
    if (name !== intraGroupQueue || standsForItself(object, context)) continue;
    const misuse = misuseOfIntraGroupQueue(object, context);
    if (!misuse) continue;
    yield {
      at: placeOf(reference),
      message: `${object.name} has ${keyword}(${name}), but ${misuse.what}`,
      severity: misuse.severity,
      queueManager: context.queueManager.name,
    };
  }
}

/** An alias of its own queue manager is resolved without XMITQ; so is a name of a queue for replies, which looks the same. */
const standsForItself = (object: MqObject, { queueManager }: ObjectContext): boolean =>
  isQueueManagerAlias(object) && effectiveText(object, 'RQMNAME') === queueManager.name;

/** A remote queue without XMITQ uses the queue that has the name of the other queue manager, or of what is an alias of it, if there is one. */
function* wrongByName(object: MqObject, { queueManager, find, ask }: ObjectContext): Iterable<EstateFinding> {
  if (object.type !== 'QREMOTE' || !object.isDefined || effectiveText(object, 'RNAME') === '') return;
  const xmitq = effective(object, 'XMITQ');
  const there = effective(object, 'RQMNAME');
  if (!there || there.isOpen || xmitq?.isOpen || (xmitq && xmitq.value !== '')) return;
  const wrong = ask((_, own) => wrongQueueOf(object, own()));
  const found = wrong === undefined ? undefined : find('queue', wrong);
  const problem = found && problemOf(found);
  if (!found || !problem) return;
  yield {
    at: there.origin.kind === 'written' ? there.origin.at : object.nameAt,
    message: `${object.name} has no XMITQ, so it uses the queue ${found.name}, which ${problem}. Opening it fails with 2092 (MQRC_XMIT_Q_USAGE_ERROR).`,
    queueManager: queueManager.name,
    related: [{ at: found.nameAt, message: `${found.name} ${problem}` }],
    fixes: fixFor(found),
  };
}

/** The queue that it would use and cannot. */
function wrongQueueOf(remote: MqObject, queueManager: QueueManager): string | undefined {
  const meaning = meaningOfRemote(remote, queueManager);
  return meaning.kind === 'failed' && meaning.reason === 2092 ? meaning.header?.queueManager : undefined;
}

const problemOf = (queue: MqObject): string | undefined => {
  if (queue.type !== 'QLOCAL') return `is a ${queue.type}, not a local queue`;
  const usage = effective(queue, 'USAGE');
  return usage && !usage.isOpen && usage.value !== 'XMITQ' ? `has USAGE(${usage.value})` : undefined;
};

/** A queue in a cluster cannot become a transmission queue. */
const fixFor = (queue: MqObject): readonly Fix[] => {
  const isClustered = ['CLUSTER', 'CLUSNL'].some((keyword) => effectiveText(queue, keyword) !== '');
  if (queue.type !== 'QLOCAL' || isClustered) return [];
  const edit = setAttribute(queue, 'USAGE', 'XMITQ', effective(queue, 'USAGE'));
  return edit ? [{ title: `Make ${queue.name} a transmission queue`, edits: [edit] }] : [];
};
