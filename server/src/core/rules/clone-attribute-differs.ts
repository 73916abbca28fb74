import { effectiveText } from '#core/model/effective.ts';
import { cloneFindings, type Verdict } from './parts/clone-findings.ts';
import { differenceIn } from './parts/difference.ts';
import type { Clone, Clones, Rule, Severity } from './rule.ts';

export const cloneAttributeDiffers: Rule = {
  code: 'clone-attribute-differs',
  group: 'clones',
  severity: 'warning',
  title: 'Instances of a clustered queue differ in an attribute that changes what happens to messages.',
  docs: {
    behaviour:
      'Most attributes of a queue are not advertised in the cluster: neither the sender nor the workload algorithm knows them, and ' +
      'each message meets those of the instance it happens to arrive on. IBM asks for identical definitions of all instances; ' +
      'MQINQ calls otherwise give different results.',
    harm:
      'The same message is kept on one host and backed out, refused, expired, lost at restart or left unread on another. ' +
      'Such a fault shows itself only for the share of messages that goes there.',
    remedy:
      'Make the attribute alike on all instances; the light bulb does it. Attributes that differ on purpose in your estate go into ' +
      '`mqsc.yaml`: `clone-attribute-differs: { mayDiffer: [MAXDEPTH] }`, or get a comment `* @ignore clone-attribute-differs: reason`.',
    exception:
      'Workload attributes (CLWLRANK, CLWLPRTY, CLWLUSEQ), placement (CFSTRUCT, STGCLASS), monitoring and depth events are never compared: ' +
      'they differ on purpose. MAXDEPTH, PUT, HARDENBO, DEFREADA, TRIGDATA and the GET of aliases are information only, DESCR a hint.',
    sources: [
      'IBM MQ, More than one instance of a queue: make the definitions of the instances identical.',
      'IBM MQ 9.4, Handling poison messages in IBM MQ classes for JMS (which reads the backout attributes of the underlying local queue): https://www.ibm.com/docs/SSFKSJ_9.4.0/develop/q032280_.html',
      'IBM MQ 9.2, 2042 MQRC_OBJECT_IN_USE: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tro.doc/q041130_.html',
      'IBM MQ 9.2, How are destination object attributes resolved: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/q132960_.html',
      'The severity of each attribute is a judgement, not a statement of IBM.',
    ],
  },
  check: {
    scope: 'clone-group',
    get compares() {
      return table.map(({ keyword, severity }) => ({
        of: 'instance' as const,
        keyword,
        ...(severity && { severity }),
      }));
    },
    *run(group, { mayDiffer }) {
      for (const alike of byType(group)) {
        for (const row of rowsFor(mayDiffer)) {
          const difference = differenceIn(alike, row.keyword);
          if (difference && (!row.when || alike.instances.every(row.when))) yield* cloneFindings(difference, row);
        }
      }
    },
  },
};

/** Those that the estate file does not let differ; most estates have no such list. */
const rowsFor = (mayDiffer: readonly string[]): readonly Row[] =>
  mayDiffer.length === 0
    ? table
    : table.filter(({ keyword }) => !mayDiffer.some((one) => one.toUpperCase() === keyword));

interface Row extends Verdict {
  readonly keyword: string;
  readonly severity?: Severity;
  /** The attribute has an effect only where this holds on every instance. */
  readonly when?: (instance: Clone) => boolean;
}

/** A local queue and an alias have too little in common to be compared; that they stand for each other is another finding. */
const byType = (group: Clones): readonly Clones[] => {
  const [first, ...others] = group.instances;
  if (others.every(({ object }) => object.type === first?.object.type)) return [group];
  return [...Map.groupBy(group.instances, ({ object }) => object.type).values()]
    .filter((instances) => instances.length > 1)
    .map((instances) => ({ ...group, instances }));
};

const has =
  (keyword: string, value: string) =>
  ({ object }: Clone): boolean =>
    effectiveText(object, keyword) === value;

const triggers = has('TRIGGER', 'TRIGGER');
const poison =
  'A message that fails again and again is treated by the attributes of the instance it arrived on, so its fate depends on the host.';
const starting = 'Whether and when a program is started for the messages depends on the host they arrive on.';
const reading = 'A second reader is let in on one host and gets 2042 (MQRC_OBJECT_IN_USE) on the other.';
const copying = 'Only a part of the messages is copied to the stream queue in the same way.';

const table: readonly Row[] = [
  {
    keyword: 'MAXMSGL',
    consequence:
      'The cluster does not advertise it: a longer message is accepted from its sender and found undeliverable only on arrival, where it goes to the dead-letter queue.',
  },
  { keyword: 'BOTHRESH', consequence: poison },
  { keyword: 'BOQNAME', consequence: poison },
  { keyword: 'HARDENBO', severity: 'info', consequence: poison },
  {
    keyword: 'MSGDLVSQ',
    consequence: 'One host delivers by priority, the other in the order of arrival.',
  },
  { keyword: 'SHARE', consequence: reading },
  { keyword: 'DEFSOPT', consequence: reading },
  {
    keyword: 'CAPEXPRY',
    consequence: 'The same message expires on one host and stays on the other.',
    when: ({ object }) => !/CAPEXPRY/i.test(effectiveText(object, 'CUSTOM')),
  },
  {
    keyword: 'CUSTOM',
    consequence: 'CUSTOM carries settings such as CAPEXPRY: messages are treated differently from host to host.',
    when: ({ object }) => effectiveText(object, 'CAPEXPRY') === 'NOLIMIT',
  },
  {
    keyword: 'NPMCLASS',
    consequence: 'Nonpersistent messages outlive a restart of the queue manager on one host only.',
  },
  {
    keyword: 'PROPCTL',
    consequence: 'Consumers get the properties of a message in another form, or not at all, depending on the host.',
  },
  { keyword: 'INDXTYPE', consequence: 'Gets by identifier or group use an index on one host and search on the other.' },
  { keyword: 'TRIGGER', consequence: starting },
  { keyword: 'TRIGTYPE', consequence: starting, when: triggers },
  {
    keyword: 'TRIGDPTH',
    consequence: starting,
    when: (instance) => triggers(instance) && has('TRIGTYPE', 'DEPTH')(instance),
  },
  { keyword: 'TRIGMPRI', consequence: starting, when: triggers },
  { keyword: 'PROCESS', consequence: starting, when: triggers },
  { keyword: 'INITQ', consequence: starting, when: triggers },
  {
    keyword: 'TRIGDATA',
    severity: 'info',
    consequence: 'The program that is started gets other data, depending on the host.',
    when: triggers,
  },
  { keyword: 'STREAMQ', consequence: copying },
  { keyword: 'STRMQOS', consequence: copying, when: ({ object }) => effectiveText(object, 'STREAMQ') !== '' },
  {
    keyword: 'MAXDEPTH',
    severity: 'info',
    consequence: 'One instance fills up earlier; the cluster does not see it and goes on sending there.',
  },
  {
    keyword: 'PUT',
    severity: 'info',
    tellValue: 'DISABLED',
    consequence:
      'The cluster sends all messages to the put-enabled instances: right while one is drained, else half of the capacity is idle.',
  },
  {
    keyword: 'GET',
    severity: 'info',
    tellValue: 'DISABLED',
    consequence: 'Programs that read through the alias get 2016 (MQRC_GET_INHIBITED) on one host only.',
    when: ({ object }) => object.type === 'QALIAS',
  },
  {
    keyword: 'DEFREADA',
    severity: 'info',
    consequence: 'A client reads ahead on one host only, and loses what it has read ahead when it ends there.',
  },
  {
    keyword: 'DESCR',
    severity: 'hint',
    consequence: 'An MQINQ from elsewhere in the cluster shows the one or the other.',
  },
];
