import { effective, effectiveText } from '#core/model/effective.ts';
import type { Instance, MqObject } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { cloneGroupsOf, writtenIn } from './parts/clone-groups.ts';
import { oncePerPlace } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { subjectOf } from './parts/subject.ts';
import { list } from './parts/words.ts';
import type { Rule } from './rule.ts';

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
    scope: 'estate',
    *run(estate) {
      for (const group of cloneGroupsOf(estate)) {
        if (!writtenIn(group).has('CLWLUSEQ')) continue;
        const local = group.instances.filter(({ object }) => object.type === 'QLOCAL');
        const spreading = local.filter(({ object }) => effectiveText(object, 'CLWLUSEQ') === 'ANY');
        if (spreading.length === 0) continue;
        const keeping = local.filter((one) => keepsLocally(one)).map((one) => ({ ...one, at: placeOf(one.object) }));
        const others = list(spreading.map(({ queueManager }) => queueManager.name));
        for (const { at, object, queueManager } of oncePerPlace(keeping)) {
          const edit = setAttribute(object, 'CLWLUSEQ', 'ANY', effective(object, 'CLWLUSEQ'));
          yield {
            at,
            message: `Programs on ${queueManager.name} that put to ${group.queue} always reach its own instance, while those on ${others} reach all of them (CLWLUSEQ(ANY)).`,
            queueManager: queueManager.name,
            related: spreading.map((one) => ({
              at: placeOf(one.object),
              message: `${one.queueManager.name}: CLWLUSEQ(ANY)`,
            })),
            fixes: edit ? [{ title: `Make CLWLUSEQ(ANY) on ${queueManager.name}`, edits: [edit] }] : [],
            subject: subjectOf(group, 'CLWLUSEQ'),
          };
        }
      }
    },
  },
};

const placeOf = (object: MqObject) => attributePlace(object, 'CLWLUSEQ');

const keepsLocally = ({ object, queueManager }: Instance): boolean => {
  const own = effectiveText(object, 'CLWLUSEQ');
  return own === 'LOCAL' || (own === 'QMGR' && effectiveText(queueManager.attributes, 'CLWLUSEQ') === 'LOCAL');
};
