import { effective, effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { writtenIn } from './parts/clone-groups.ts';
import { oncePerPlace, placeKey } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { subjectOf } from './parts/subject.ts';
import { list, uniqueBy } from './parts/words.ts';
import type { Clone, Clones, EstateFinding, Rule } from './rule.ts';

export const localInstancePreferred: Rule = {
  code: 'local-instance-preferred',
  group: 'cluster',
  severity: 'info',
  title: 'Puts on this host stay on its own instance, while another host shares its puts out.',
  docs: {
    behaviour:
      'CLWLUSEQ says whether a program’s put on a host of the queue takes the local instance (`LOCAL`) or competes for all of them (`ANY`); `QMGR`, the default, leaves it to the queue manager, whose default is LOCAL. ' +
      'It is not known in the cluster: each host goes by its own definition.',
    harm: 'Of the messages that programs put on this host none reaches the other instances: no balance, and no relief while the local consumer is down.',
    remedy: 'Set `CLWLUSEQ(ANY)` here as well; the light bulb does it.',
    exception:
      'Nothing is put on this host except by cluster channels, which CLWLUSEQ does not concern. To keep the finding from being noise, it is given only where another instance of the queue says ANY itself.',
    sources: [
      'IBM MQ 9.2, Cluster workload balancing - queue attributes: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/queclus.html',
      'IBM MQ 9.2, Cluster workload balancing - queue manager attributes: https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/qmclus.html',
    ],
  },
  check: {
    scope: 'clone-group',
    *run(group) {
      if (!writtenIn(group).has('CLWLUSEQ')) return;
      const local = group.instances.filter(({ object }) => object.type === 'QLOCAL');
      const spreading = local.filter(({ object }) => effectiveText(object, 'CLWLUSEQ') === 'ANY');
      if (spreading.length === 0) return;
      const keeping = local.filter(keepsLocally);
      const isOdd = keeping.length < 2 || keeping.length <= spreading.length;
      const told = isOdd
        ? keeping.map((one) => tellKeeping(group, [one], spreading))
        : [tellSpreading(group, keeping, spreading)];
      yield* oncePerPlace(told.flatMap((one) => one ?? []));
    },
  },
};

/** A host that keeps its puts, where most share theirs out. */
const tellKeeping = (group: Clones, keeping: readonly Clone[], spreading: readonly Clone[]) =>
  finding(group, keeping, {
    at: keeping[0],
    message: `Programs on ${namesOf(keeping)} that put to ${group.queue} always reach its own instance, while those on ${namesOf(spreading)} reach all of them (CLWLUSEQ(ANY)).`,
    others: spreading,
  });

/** The few hosts that share their puts out, told once and not at each of the others. */
const tellSpreading = (group: Clones, keeping: readonly Clone[], spreading: readonly Clone[]) =>
  finding(group, keeping, {
    at: spreading[0],
    message: `Only programs on ${namesOf(spreading)} share out what they put to ${group.queue} (CLWLUSEQ(ANY)): those on ${namesOf(keeping)} always reach their own instance.`,
    others: keeping,
  });

interface Telling {
  readonly at: Clone | undefined;
  readonly message: string;
  readonly others: readonly Clone[];
}

const finding = (
  group: Clones,
  keeping: readonly Clone[],
  { at, message, others }: Telling,
): EstateFinding | undefined => {
  const edits = keeping.flatMap(
    ({ object }) => setAttribute(object, 'CLWLUSEQ', 'ANY', effective(object, 'CLWLUSEQ')) ?? [],
  );
  return (
    at && {
      at: placeOf(at.object),
      message,
      queueManager: at.queueManager.name,
      related: others.map(({ object, queueManager }) => ({
        at: placeOf(object),
        message: `${queueManager.name}: CLWLUSEQ(${effectiveText(object, 'CLWLUSEQ')})`,
      })),
      fixes:
        edits.length === keeping.length
          ? [{ title: `Make CLWLUSEQ(ANY) on ${namesOf(keeping)}`, edits: uniqueBy(edits, placeKey) }]
          : [],
      subject: subjectOf(group, 'CLWLUSEQ'),
    }
  );
};

const namesOf = (instances: readonly Clone[]): string => list(instances.map(({ queueManager }) => queueManager.name));

const placeOf = (object: MqObject) => attributePlace(object, 'CLWLUSEQ');

const keepsLocally = ({ object, queueManager }: Clone): boolean => {
  const own = effectiveText(object, 'CLWLUSEQ');
  return own === 'LOCAL' || (own === 'QMGR' && effectiveText(queueManager.attributes, 'CLWLUSEQ') === 'LOCAL');
};
