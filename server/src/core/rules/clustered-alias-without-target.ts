import { isAdvertisedElsewhere } from '#core/model/cluster-offers.ts';
import { effectiveText } from '#core/model/effective.ts';
import type { Estate, QueueManager } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { hostNamed } from './parts/host.ts';
import { oncePerPlace } from './parts/places.ts';
import { isSentFromElsewhere } from './parts/sharing-groups.ts';
import { subjectOf } from './parts/subject.ts';
import type { Clone, Rule, UnitContext } from './rule.ts';

export const clusteredAliasWithoutTarget: Rule = {
  code: 'clustered-alias-without-target',
  group: 'cluster',
  severity: 'warning',
  title: 'A clustered alias stands for a queue that its queue manager does not know.',
  docs: {
    behaviour:
      'A clustered alias is advertised whether or not its target exists. A message that the cluster sends there is resolved only on arrival, by the queue manager that defines the alias. ' +
      'A clustered alias or remote queue that cannot take a message is not replaced by another instance, as a local queue would be.',
    harm: 'Programs elsewhere put without an error; their messages go to the dead-letter queue of the alias’ queue manager, or stop the channel.',
    remedy: 'Define the target on the queue manager of the alias, or correct TARGET.',
    exception:
      'The target is defined by files that are not here. Nothing is said when the queue manager has no other local queue in the files, when any queue manager advertises the target in a cluster, or when another host of the alias has it: `clone-support-object-missing` tells that.',
    mqSays: '2082 (MQRC_UNKNOWN_ALIAS_BASE_Q)',
    sources: [
      'IBM MQ 9.2, DEFINE queues: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.adm.doc/q085690_.html',
      'IBM MQ, More than one instance of a queue: messages for a clustered alias or remote queue that cannot be put go to the dead-letter queue.',
    ],
  },
  check: {
    scope: 'clustered-queue',
    *run(group, { ask }) {
      const aliases = group.instances.filter(isQueueAlias);
      if (aliases.length === 0 || askAny(knowsTarget, aliases, ask)) return;
      const found = aliases
        .filter((one) => askAny(lacksTarget, [one], ask))
        .map((one) => ({ ...one, at: attributePlace(one.object, 'TARGET') }));
      for (const { at, object, queueManager } of oncePerPlace(found)) {
        yield {
          at,
          message: `${group.queue} is advertised in ${group.cluster}, but ${queueManager.name} has no queue ${effectiveText(object, 'TARGET')}: messages sent there are undeliverable on arrival (2082, MQRC_UNKNOWN_ALIAS_BASE_Q).`,
          queueManager: queueManager.name,
          subject: subjectOf(group, 'TARGET'),
        };
      }
    },
  },
};

const isQueueAlias = ({ object }: Clone): boolean =>
  object.type === 'QALIAS' && effectiveText(object, 'TARGTYPE') !== 'TOPIC';

/** An alias of a cluster, by names alone. */
interface AliasAt {
  readonly host: QueueManager;
  readonly name: string;
  readonly target: string;
}

const askAny = (
  holds: (alias: AliasAt, estate: Estate) => boolean,
  aliases: readonly Clone[],
  ask: UnitContext['ask'],
): boolean => {
  const named = aliases.map(({ object, queueManager }) => ({
    at: queueManager.name,
    name: object.name,
    target: effectiveText(object, 'TARGET'),
  }));
  return ask((estate) =>
    named.some(({ at, name, target }) => {
      const host = hostNamed(at, estate);
      return host !== undefined && holds({ host, name, target }, estate);
    }),
  );
};

const knowsTarget = ({ host, name, target }: AliasAt): boolean =>
  target !== name && host.objects.get('queue', target) !== undefined;

const lacksTarget = ({ host, name, target }: AliasAt, estate: Estate): boolean => {
  if (target === '' || target.startsWith('SYSTEM.') || target === name) return false;
  if (isAdvertisedElsewhere(target, host, estate)) return false;
  if (isSentFromElsewhere({ queueManager: host, space: 'queue', name: target }, estate)) return false;
  const queues = [...host.objects.all('queue')];
  return (
    queues.some((one) => one.type === 'QLOCAL' && one.isDefined && !one.isSystem) &&
    !queues.some((one) => one.nameIsOpen)
  );
};
