import { effective } from '#core/model/effective.ts';
import type { EffectiveValue, MqObject, QueueManager } from '#core/model/model.ts';
import { isDefaultObject } from '#core/model/name-spaces.ts';
import { clusterChannelsOf } from '#core/model/queries.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { receiverOf } from './parts/cluster-receivers.ts';
import { destinationsOfSenders } from './parts/sender-destinations.ts';
import { setAttribute } from './parts/set-attribute.ts';
import type { Ask, EstateFinding, Fix, Rule, UnitContext } from './rule.ts';

export const channelCipherDiffers: Rule = {
  code: 'channel-cipher-differs',
  group: 'references',
  severity: 'error',
  title: 'The two ends of a channel name different CipherSpecs, or only one of them names any.',
  docs: {
    behaviour:
      'SSLCIPH says how a channel is encrypted, and whether it is. Both ends must use the same CipherSpec. A channel of which only one end names a CipherSpec does not start either.',
    harm: 'The channel does not start: messages wait on the transmission queue, or the client does not connect.',
    remedy:
      'Give both ends the same SSLCIPH. `ANY_TLS12_OR_HIGHER` on both (from MQ 9.1.4 on, on z/OS from 9.2) leaves the choice to them.',
    exception:
      'The command that sets it on the other end is not in these files: where one end leaves SSLCIPH to its default this is a warning, and so it is where two specific names differ, of which MQ knows some by more than one spelling. Where one of the two is an `ANY…` nothing is said, unless the other one is blank; nor is anything said of client channels that lead elsewhere, and of channels whose other end is not known. For a cluster sender it is an information: a member goes by the cluster receiver, and the sender in the files counts for the first connection, and after REFRESH CLUSTER with REPOS(YES).',
    mqSays: 'AMQ9631, AMQ9635, AMQ9639 or AMQ9641, by the end and the case (from memory)',
    sources: [
      'IBM MQ 9.1, CipherSpec mismatches: https://www.ibm.com/docs/en/ibm-mq/9.1.x?topic=problems-cipherspec-mismatches',
      'IBM MQ 9.1 and 9.2, Upgrading clustered queue managers and channels to SSL/TLS (cluster senders; levels of the alias CipherSpecs): https://www.ibm.com/support/knowledgecenter/en/SSFKSJ_9.1.0/com.ibm.mq.sec.doc/q014450_.html',
      'IBM MQ 9.2, Relationship between alias CipherSpec settings: https://www.ibm.com/support/knowledgecenter/SSFKSJ_9.2.0/com.ibm.mq.sec.doc/q014267_.html',
    ],
  },
  check: { scope: 'queue-manager', run: findDifferences },
};

function* findDifferences(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const { caller, answerer } of pairsOf(queueManager, ask)) {
    const problem = compare(effective(caller, 'SSLCIPH'), effective(answerer, 'SSLCIPH'));
    if (!problem) continue;
    const [here, there] = [caller, answerer].map((end) => effective(end, 'SSLCIPH')?.value ?? '');
    const other =
      answerer.queueManager === caller.queueManager
        ? `the ${answerer.channelType}`
        : `the ${answerer.channelType} on ${answerer.queueManager}`;
    yield {
      at: attributePlace(caller, 'SSLCIPH'),
      message: `The ${caller.channelType} ${caller.name} ${saying(here)}, but ${other} ${saying(there)}: ${consequenceFor(caller)}.`,
      ...severityOf(problem, caller),
      queueManager: queueManager.name,
      related: [
        { at: attributePlace(answerer, 'SSLCIPH'), message: `${answerer.queueManager}: ${answerer.channelType}` },
      ],
      fixes: fixesFor(caller, answerer),
    };
  }
}

/** Once it is a member, a queue manager goes by the cluster receiver. */
const consequenceFor = ({ channelType }: MqObject): string =>
  channelType === 'CLUSSDR'
    ? 'the first connection to the cluster, and that after REFRESH CLUSTER with REPOS(YES), does not start'
    : 'the channel does not start';

const severityOf = (problem: 'certain' | 'uncertain', { channelType }: MqObject): Pick<EstateFinding, 'severity'> =>
  channelType === 'CLUSSDR' ? { severity: 'info' } : problem === 'uncertain' ? { severity: 'warning' } : {};

const saying = (cipher: string | undefined): string => (cipher ? `has SSLCIPH(${cipher})` : 'has no SSLCIPH');

interface Pair {
  readonly caller: MqObject;
  readonly answerer: MqObject;
}

function* pairsOf(queueManager: QueueManager, ask: Ask): Iterable<Pair> {
  for (const { sender, partner } of destinationsOfSenders(queueManager, ask)) {
    const answerer = partner.objects.get('channel', sender.name);
    if (answerer?.isDefined && ['RCVR', 'RQSTR'].includes(answerer.channelType ?? ''))
      yield { caller: sender, answerer };
  }
  for (const caller of clusterChannelsOf(queueManager)) {
    const { name, queueManager: own } = caller;
    if (caller.channelType !== 'CLUSSDR' || !caller.isDefined || caller.nameIsOpen) continue;
    const answerer = ask(({ clusters }) => receiverOf({ name, queueManager: own }, clusters.values()));
    if (answerer) yield { caller, answerer };
  }
  for (const caller of queueManager.objects.all('client-channel')) {
    const answerer = queueManager.objects.get('channel', caller.name);
    if (isDefaultObject(caller.name) || !caller.isDefined || !leadsTo(queueManager, caller)) continue;
    if (answerer?.isDefined && answerer.channelType === 'SVRCONN') yield { caller, answerer };
  }
}

/** A client channel is kept on one queue manager and leads to that of its QMNAME, or to a group of them. */
const leadsTo = ({ name }: QueueManager, channel: MqObject): boolean =>
  (effective(channel, 'QMNAME')?.value ?? '').replace(/^\*/, '').toUpperCase() === name.toUpperCase();

/** `uncertain`: the end that says nothing can be told elsewhere, or two names can mean one CipherSpec. */
function compare(
  one: EffectiveValue | undefined,
  other: EffectiveValue | undefined,
): 'certain' | 'uncertain' | undefined {
  if (!one || !other || one.isOpen || other.isOpen || one.value === other.value) return undefined;
  const isWritten = one.origin.kind === 'written' && other.origin.kind === 'written';
  if (one.value === '' || other.value === '') return isWritten ? 'certain' : 'uncertain';
  return [one.value, other.value].every((name) => /^(TLS|ECDHE)_/.test(name)) ? 'uncertain' : undefined;
}

const fixesFor = (...ends: readonly [MqObject, MqObject]): readonly Fix[] =>
  ends.flatMap((end, index) => {
    const cipher = effective(ends[1 - index] as MqObject, 'SSLCIPH')?.value;
    const edit = cipher ? setAttribute(end, 'SSLCIPH', cipher, effective(end, 'SSLCIPH')) : undefined;
    return edit ? [{ title: `Make SSLCIPH(${cipher}) on the ${end.channelType}`, edits: [edit] }] : [];
  });
