import type { OrderingNeed } from '#core/model/model.ts';
import { writtenIn } from './parts/clone-groups.ts';
import { type Reading, readingOf } from './parts/difference.ts';
import { everywhereFix } from './parts/make-equal.ts';
import { because, needsOf } from './parts/ordering-needs.ts';
import { oncePerPlace } from './parts/places.ts';
import { subjectOf } from './parts/subject.ts';
import type { Clones, EstateFinding, Rule, UnitContext } from './rule.ts';

export const groupsWithoutGroupBinding: Rule = {
  code: 'groups-without-group-binding',
  group: 'ordering',
  severity: 'error',
  title: 'Message groups are put to a clustered queue whose binding takes them apart.',
  docs: {
    behaviour:
      'With `DEFBIND(NOTFIXED)` the instance is chosen for each message, so the members of a group, or the segments of a message, can arrive at ' +
      'different queue managers. IBM: with groups in clusters, bind on open or on group. `GROUP` works only for puts ' +
      'with MQPMO_LOGICAL_ORDER; what is outside a logical group is handled as `NOTFIXED`.',
    harm: 'A consumer that waits for a complete group never gets it: each queue manager holds a part, and nothing brings them together again.',
    remedy:
      'Set `DEFBIND(GROUP)` on all instances (the light bulb does it), or `DEFBIND(OPEN)`; never combine segmentation with `NOTFIXED`.',
    exception:
      'Every application says its binding itself when it opens the queue. The finding is an error where the need is declared, even if the files ' +
      'show one instance only (others may be elsewhere, or come); it is a warning where `INDXTYPE(GROUPID)` on clones lets one suspect groups.',
    sources: [
      'IBM MQ 9.2, MQOPEN option for cluster queue: https://www.ibm.com/docs/en/ibm-mq/9.2?topic=call-mqopen-option-cluster-queue',
      'IBM MQ 7.5, MQOPEN and clusters: https://www.ibm.com/support/knowledgecenter/SSFKSJ_7.5.0/com.ibm.mq.dev.doc/q027030_.htm',
      'That an index by group identifier speaks for message groups is a guess of this rule.',
    ],
  },
  check: {
    scope: 'clustered-queue',
    run: check,
  },
};

function* check(group: Clones, { declared }: UnitContext): Iterable<EstateFinding> {
  const [need] = needsOf(declared, group, ['group']);
  const hint = group.instances.length > 1 && writtenIn(group).has('INDXTYPE') ? indexedByGroup(group) : undefined;
  if (!need && !hint) return;
  const readings = group.instances.flatMap((instance) => readingOf(instance, 'DEFBIND') ?? []);
  const unbound = readings.filter(({ value }) => value === 'NOTFIXED');
  for (const { at, instance } of oncePerPlace(unbound)) {
    const [first] = unbound;
    yield {
      at,
      message: `${reasonFor(group, need)}, but DEFBIND(NOTFIXED) on ${instance.queueManager.name} lets the members of a group go to different instances. Use DEFBIND(GROUP) with MQPMO_LOGICAL_ORDER, or DEFBIND(OPEN).`,
      ...(!need && { severity: 'warning' }),
      queueManager: instance.queueManager.name,
      related: need
        ? [{ at: need.at, message: 'group is declared here' }]
        : hint
          ? [{ at: hint.at, message: `${hint.instance.queueManager.name}: INDXTYPE(GROUPID)` }]
          : [],
      fixes: first ? everywhereFix({ keyword: 'DEFBIND', readings }, [asGroup(first)]) : [],
      subject: subjectOf(group, 'DEFBIND'),
    };
  }
}

const indexedByGroup = ({ instances }: Clones): Reading | undefined =>
  instances.map((instance) => readingOf(instance, 'INDXTYPE')).find((reading) => reading?.value === 'GROUPID');

const reasonFor = ({ queue }: Clones, need: OrderingNeed | undefined): string =>
  need
    ? `Message groups on ${queue} must stay together${because(need)}`
    : `${queue} is indexed by group identifier, so it seems to carry message groups`;

/** The reading that an instance with group binding would have. */
const asGroup = (reading: Reading): Reading => ({
  ...reading,
  value: 'GROUP',
  effective: { ...reading.effective, value: 'GROUP' },
});
