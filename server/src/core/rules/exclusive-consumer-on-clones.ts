import type { Estate } from '#core/model/model.ts';
import type { Location } from '#core/text/span.ts';
import { writtenIn } from './parts/clone-groups.ts';
import { type Reading, readingOf } from './parts/difference.ts';
import { hostNamed } from './parts/host.ts';
import { oncePerPlace, otherInstances } from './parts/places.ts';
import { printAttribute } from './parts/set-attribute.ts';
import { subjectOf } from './parts/subject.ts';
import { list } from './parts/words.ts';
import type { Ask, Clone, Clones, EstateFinding, Rule, UnitContext } from './rule.ts';

export const exclusiveConsumerOnClones: Rule = {
  code: 'exclusive-consumer-on-clones',
  group: 'ordering',
  severity: 'warning',
  title: 'A queue that admits one reader at a time has several instances.',
  docs: {
    behaviour:
      '`NOSHARE` makes every open for input exclusive; `DEFSOPT(EXCL)` does so for opens that leave it to the queue. A second reader gets 2042. ' +
      'That holds for one instance: each instance of a cluster queue has its own reader.',
    harm:
      'Who asks for one reader usually wants messages in order, or one at a time. With several instances as many readers work side by side, ' +
      'and the order is lost.',
    remedy: 'Keep one instance of the queue, or allow sharing (`SHARE`, `DEFSOPT(SHARED)`) when order does not matter.',
    exception:
      'One reader per queue manager is all that is wanted. On z/OS `NOSHARE` and `DEFSOPT(EXCL)` are the defaults, so there they count only in ' +
      'a definition written by hand, not in a dump.',
    mqSays: '2042 (MQRC_OBJECT_IN_USE)',
    sources: [
      'IBM MQ 9.1, Shareability: https://www.ibm.com/support/knowledgecenter/SSFKSJ_9.1.0/com.ibm.mq.ref.dev.doc/q103540_.html',
      'IBM MQ 9.2, 2042 MQRC_OBJECT_IN_USE: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.tro.doc/q041130_.html',
    ],
  },
  check: {
    scope: 'clone-group',
    run: check,
  },
};

function* check(group: Clones, { ask }: UnitContext): Iterable<EstateFinding> {
  const written = writtenIn(group);
  if (!written.has('SHARE') && !written.has('DEFSOPT')) return;
  const exclusive = group.instances.flatMap((instance) => exclusiveReading(instance, ask) ?? []);
  for (const { at, instance, keyword, value } of oncePerPlace(exclusive)) {
    const others = group.instances.filter((other) => other !== instance).map(({ queueManager }) => queueManager.name);
    yield {
      at,
      message:
        `${printAttribute(instance.object.type, keyword, value)} lets one program at a time read ${group.queue} on ${instance.queueManager.name}, ` +
        `but ${list(others)} ${others.length === 1 ? 'hosts' : 'host'} it too: each instance has its own reader, and the order that one reader keeps is lost.`,
      queueManager: instance.queueManager.name,
      related: otherInstances(group, instance),
      subject: subjectOf(group, keyword),
    };
  }
}

const exclusiveReading = (instance: Clone, ask: Ask): (Reading & { readonly keyword: string }) | undefined => {
  for (const [keyword, value] of [
    ['SHARE', 'NOSHARE'],
    ['DEFSOPT', 'EXCL'],
  ] as const) {
    const reading = readingOf(instance, keyword);
    if (reading?.value !== value || reading.effective.origin.kind !== 'written') continue;
    if (instance.queueManager.platform === 'zos' && askInDump(instance.queueManager.name, instance.object.name, ask))
      continue;
    return { ...reading, keyword };
  }
  return undefined;
};

/** Whether the queue was written out by MQ, which writes defaults as well. */
const askInDump = (host: string, queue: string, ask: Ask): boolean =>
  ask((estate) => {
    const object = hostNamed(host, estate)?.objects.get('queue', queue);
    return object !== undefined && isInDump(object.nameAt, estate);
  });

const isInDump = ({ source, span }: Location, estate: Estate): boolean =>
  estate.documents
    .get(source)
    ?.slices.some((slice) => slice.dump && slice.span.start <= span.start && span.end <= slice.span.end) ?? false;
