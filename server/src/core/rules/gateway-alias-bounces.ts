import { effective, effectiveText } from '#core/model/effective.ts';
import type { MqObject } from '#core/model/model.ts';
import { attributePlace } from './parts/attribute-place.ts';
import { oncePerPlace, otherInstances } from './parts/places.ts';
import { setAttribute } from './parts/set-attribute.ts';
import { subjectOf } from './parts/subject.ts';
import { list } from './parts/words.ts';
import type { Clones, Rule } from './rule.ts';

export const gatewayAliasBounces: Rule = {
  code: 'gateway-alias-bounces',
  group: 'cluster',
  severity: 'warning',
  title: 'Gateways advertise aliases of a queue with the same rank as the queue itself.',
  docs: {
    behaviour:
      'Where several gateways advertise an alias of a queue in another cluster, they see each other’s aliases beside the queue. ' +
      'An alias of the same CLWLRANK on another gateway takes turns with the queue, so some messages make a detour; while the queue is not available it is the best place left, and from there the message comes back.',
    harm: 'While the queue is out of reach, messages travel to and fro between the gateways instead of waiting for it.',
    remedy:
      'Give the local queue a higher CLWLRANK than the aliases; the light bulb does it. Rank is looked at before availability, so messages then wait at the gateway.',
    exception: 'There is one gateway only: then nothing is said.',
    sources: [
      'IBM MQ 9.2, Cluster workload balancing - queue attributes, CLWLRANK (the detours are the algorithm’s; the page speaks of the queue that is unavailable): https://www.ibm.com/docs/en/SSFKSJ_9.2.0/com.ibm.mq.ref.con.doc/queclus.html',
    ],
  },
  check: {
    scope: 'clone-group',
    *run(group) {
      if (!group.instances.some(({ object }) => object.type === 'QLOCAL')) return;
      const aliases = group.instances.filter(({ object }) => isGatewayAlias(object, group));
      if (aliases.length < 2) return;
      const best = Math.max(...aliases.map(({ object }) => rankOf(object)));
      const local = group.instances
        .filter(({ object }) => object.type === 'QLOCAL' && object.isDefined && rankOf(object) <= best)
        .map((one) => ({ here: one, at: attributePlace(one.object, 'CLWLRANK') }));
      for (const { at, here } of oncePerPlace(local)) {
        const { object, queueManager } = here;
        const edit =
          best < 9 ? setAttribute(object, 'CLWLRANK', String(best + 1), effective(object, 'CLWLRANK')) : undefined;
        yield {
          at,
          message:
            `${group.queue} on ${queueManager.name} has CLWLRANK(${rankOf(object)}), and the aliases on ${list(aliases.map((one) => one.queueManager.name))} have no lower one: ` +
            'while the queue cannot be reached, messages go to and fro between these gateways.',
          queueManager: queueManager.name,
          related: otherInstances(group, here),
          fixes: edit ? [{ title: `Make CLWLRANK(${best + 1}) on ${queueManager.name}`, edits: [edit] }] : [],
          subject: subjectOf(group, 'CLWLRANK'),
        };
      }
    },
  },
};

/** The alias of a gateway has the name of the queue that it leads to, in the other cluster. */
const isGatewayAlias = (object: MqObject, { queue }: Clones): boolean =>
  object.type === 'QALIAS' && effectiveText(object, 'TARGET') === queue;

const rankOf = (object: MqObject): number => Number(effectiveText(object, 'CLWLRANK')) || 0;
