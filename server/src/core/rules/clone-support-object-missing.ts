import { isAdvertisedElsewhere } from '#core/model/cluster-offers.ts';
import { effective } from '#core/model/effective.ts';
import type { Estate } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { writtenIn } from './parts/clone-groups.ts';
import { type CloneNeed, cloneNeeds } from './parts/clone-needs.ts';
import { hostNamed } from './parts/host.ts';
import { oncePerPlace } from './parts/places.ts';
import { isSentFromElsewhere } from './parts/sharing-groups.ts';
import { subjectOf } from './parts/subject.ts';
import { list, verb } from './parts/words.ts';
import type { Ask, Clones, EstateFinding, Related, Rule } from './rule.ts';

export const cloneSupportObjectMissing: Rule = {
  code: 'clone-support-object-missing',
  group: 'clones',
  severity: 'warning',
  title: 'An object that a clustered queue needs beside it exists on one host and not on another.',
  docs: {
    behaviour:
      'A backout queue (BOQNAME), a process (PROCESS), an initiation queue (INITQ), a stream queue (STREAMQ) and the target of an alias are looked for on the queue manager where the message is. ' +
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
    scope: 'clone-group',
    *run(group, { ask }) {
      const written = writtenIn(group);
      for (const need of cloneNeeds) if (written.has(need.keyword)) yield* missing(group, need, ask);
    },
  },
};

function* missing(group: Clones, need: CloneNeed, ask: Ask): Iterable<EstateFinding> {
  const named = group.instances.flatMap((instance) => {
    const value = effective(instance.object, need.keyword);
    const name = value && !value.isOpen && (need.when?.(instance) ?? true) ? value.value : '';
    return name === '' || name.startsWith('SYSTEM.')
      ? []
      : { instance, name, at: attributePlace(instance.object, need.keyword) };
  });
  const needed = named.map(({ instance, name }) => ({ host: instance.queueManager.name, name }));
  const states = askStates(needed, need, ask);
  const found = named.filter((_, index) => states[index] === 'defined');
  if (found.length === 0 || found.length === named.length) return;
  const lacking = named.filter((_, index) => states[index] === 'missing');
  const have = found.map(({ instance }) => instance.queueManager.name);
  for (const { at, instance, name } of oncePerPlace(lacking)) {
    yield {
      at,
      message:
        `${group.queue} needs the ${need.what} ${name}, which ${list(have)} ${verb(have.length, 'defines', 'define')} and ${instance.queueManager.name} does not: ` +
        `${need.consequence}.`,
      queueManager: instance.queueManager.name,
      related: askPlaces(
        needed.filter((_, index) => states[index] === 'defined'),
        need,
        ask,
      ),
      subject: subjectOf(group, need.keyword),
    };
  }
}

interface Needed {
  /** The name of the queue manager that needs it. */
  readonly host: string;
  readonly name: string;
}

/** Whether each is there. `elsewhere`: it is not, and need not be. */
const askStates = (needed: readonly Needed[], need: CloneNeed, ask: Ask) =>
  ask((estate) => needed.map((one) => stateOf(one, need, estate)));

function stateOf({ host, name }: Needed, { space, keyword }: CloneNeed, estate: Estate) {
  const queueManager = hostNamed(host, estate);
  if (!queueManager) return 'elsewhere';
  const object = queueManager.objects.get(space, name);
  if (object) return object.isDefined ? 'defined' : 'elsewhere';
  const isElsewhere =
    isSentFromElsewhere({ queueManager, space, name }, estate) ||
    (keyword === 'TARGET' && isAdvertisedElsewhere(name, queueManager, estate));
  return isElsewhere ? 'elsewhere' : 'missing';
}

const askPlaces = (needed: readonly Needed[], { space }: CloneNeed, ask: Ask): readonly Related[] =>
  needed.flatMap(({ host, name }) => {
    const at = ask((estate) => hostNamed(host, estate)?.objects.get(space, name)?.nameAt);
    return at ? { at, message: `${name} on ${host}` } : [];
  });
