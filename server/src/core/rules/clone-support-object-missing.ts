import { effective, effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Estate, Instance, NameSpace } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { cloneGroupsOf, writtenIn } from './parts/clone-groups.ts';
import { isResolvedInCluster } from './parts/cluster-resolution.ts';
import { oncePerPlace } from './parts/places.ts';
import { sharingGroupOf } from './parts/sharing-groups.ts';
import { subjectOf } from './parts/subject.ts';
import { list, verb } from './parts/words.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const cloneSupportObjectMissing: Rule = {
  code: 'clone-support-object-missing',
  group: 'clones',
  severity: 'warning',
  title: 'An object that a clustered queue needs beside it exists on one host and not on another.',
  docs: {
    behaviour:
      'A backout queue (BOQNAME), a process (PROCESS), an initiation queue (INITQ) and the target of an alias are looked for on the queue manager where the message is. ' +
      'Nothing checks them when the queue is defined.',
    harm:
      'The definitions of the instances are alike, and still the hosts behave differently: on the one without the object poison messages go to the dead-letter queue or block the consumer, ' +
      'no program is triggered, or messages for the alias are undeliverable.',
    remedy: 'Define the object on every host of the queue.',
    exception: 'It is defined there by files that are not in the workspace.',
    sources: [
      'IBM MQ 9.4, Handling poison messages in IBM MQ classes for JMS (the attributes of the underlying local queue count): https://www.ibm.com/docs/SSFKSJ_9.4.0/develop/q032280_.html',
      'IBM MQ 9.2, DEFINE queues: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.adm.doc/q085690_.html',
    ],
  },
  check: {
    scope: 'estate',
    *run(estate) {
      for (const group of cloneGroupsOf(estate)) {
        const written = writtenIn(group);
        for (const need of needs) if (written.has(need.keyword)) yield* missing(group, need, estate);
      }
    },
  },
};

interface Need {
  readonly keyword: string;
  readonly space: NameSpace;
  readonly what: string;
  readonly consequence: string;
  readonly when?: (instance: Instance) => boolean;
}

const triggers = ({ object }: Instance): boolean => effectiveText(object, 'TRIGGER') === 'TRIGGER';

const needs: readonly Need[] = [
  {
    keyword: 'BOQNAME',
    space: 'queue',
    what: 'backout queue',
    consequence: 'a poison message there goes to the dead-letter queue, or blocks its consumer',
  },
  { keyword: 'PROCESS', space: 'process', what: 'process', consequence: 'no program is started there', when: triggers },
  {
    keyword: 'INITQ',
    space: 'queue',
    what: 'initiation queue',
    consequence: 'no program is started there',
    when: triggers,
  },
  {
    keyword: 'TARGET',
    space: 'queue',
    what: 'target',
    consequence: 'messages that the cluster sends there are undeliverable (2082, MQRC_UNKNOWN_ALIAS_BASE_Q)',
    when: ({ object }) => object.type === 'QALIAS' && effectiveText(object, 'TARGTYPE') !== 'TOPIC',
  },
];

function* missing(group: CloneGroup, need: Need, estate: Estate): Iterable<EstateFinding> {
  const named = group.instances.flatMap((instance) => {
    const value = effective(instance.object, need.keyword);
    const name = value && !value.isOpen && (need.when?.(instance) ?? true) ? value.value : '';
    return name === '' || name.startsWith('SYSTEM.')
      ? []
      : { instance, name, at: attributePlace(instance.object, need.keyword) };
  });
  const found = named.filter(({ instance, name }) => instance.queueManager.objects.get(need.space, name)?.isDefined);
  if (found.length === 0 || found.length === named.length) return;
  const lacking = named.filter(
    ({ instance, name }) =>
      !instance.queueManager.objects.get(need.space, name) &&
      // Shared definitions of a queue-sharing group may be those of another member.
      sharingGroupOf(instance.queueManager.name, estate) === undefined &&
      !(need.keyword === 'TARGET' && isResolvedInCluster(name, instance.queueManager, estate)),
  );
  const have = found.map(({ instance }) => instance.queueManager.name);
  for (const { at, instance, name } of oncePerPlace(lacking)) {
    yield {
      at,
      message:
        `${group.queue} needs the ${need.what} ${name}, which ${list(have)} ${verb(have.length, 'defines', 'define')} and ${instance.queueManager.name} does not: ` +
        `${need.consequence}.`,
      queueManager: instance.queueManager.name,
      related: found.flatMap((one) => {
        const object = one.instance.queueManager.objects.get(need.space, one.name);
        return object ? { at: object.nameAt, message: `${one.name} on ${one.instance.queueManager.name}` } : [];
      }),
      subject: subjectOf(group, need.keyword),
    };
  }
}
