import { placeKey } from './parts/places.ts';
import { subjectOf } from './parts/subject.ts';
import { list, uniqueBy, verb } from './parts/words.ts';
import type { Clones, Rule } from './rule.ts';

export const cloneKindDiffers: Rule = {
  code: 'clone-kind-differs',
  group: 'clones',
  severity: 'warning',
  title: 'Instances of a clustered queue are of different types.',
  docs: {
    behaviour:
      'A local queue, an alias and a remote queue definition of one name can all be advertised in a cluster; the workload algorithm ' +
      'shares messages out among them as if they were alike. When a local queue becomes unavailable while a message is on its way, a ' +
      'message that is not bound is forwarded to another instance; when an alias or remote definition does, the message goes to the dead-letter queue.',
    harm:
      'A part of the messages takes another way than the rest: on to a queue manager outside, or into a base queue of another name with ' +
      'attributes of its own. Its failures are dead letters where the others are rerouted.',
    remedy:
      'Define the queue as the same type on all queue managers, or give the alias or remote definition another name.',
    exception:
      'A gateway that advertises an alias or remote definition as a way out of the cluster, ranked (CLWLRANK) or prioritised (CLWLPRTY) ' +
      'below the local queues on purpose. Say so with `* @ignore clone-kind-differs: reason`.',
    sources: [
      'IBM MQ, More than one instance of a queue (local queue forwarded, alias and remote to the dead-letter queue).',
    ],
  },
  check: {
    scope: 'clone-group',
    *run(group) {
      const { queue, instances } = group;
      if (sharesType(group)) return;
      const byType = [...Map.groupBy(instances, ({ object }) => object.type)].sort(
        ([, a], [, b]) => b.length - a.length,
      );
      const [most] = byType;
      if (!most) return;
      const hasMajority = most[1].length * 2 > instances.length;
      const odd = instances.filter(({ object }) => !hasMajority || object.type !== most[0]);
      for (const { object, queueManager } of uniqueBy(odd, (instance) => placeKey(instance.object.nameAt))) {
        const others = byType.filter(([type]) => type !== object.type);
        const told = others.map(([type, them]) => {
          const names = them.map((instance) => instance.queueManager.name);
          return `${list(names)} ${verb(names.length, 'defines', 'define')} it as ${type}`;
        });
        yield {
          at: object.nameAt,
          message:
            `${queue} is a ${object.type} on ${queueManager.name}, but ${told.join(', ')}. ` +
            'The cluster shares messages out among them as if they were alike; those that fail behind an alias or remote definition are dead letters, not rerouted.',
          queueManager: queueManager.name,
          related: others.flatMap(([type, them]) =>
            them.map((instance) => ({
              at: instance.object.nameAt,
              message: `${instance.queueManager.name}: ${type}`,
            })),
          ),
          subject: subjectOf(group),
        };
      }
    },
  },
};

const sharesType = ({ instances: [first, ...others] }: Clones): boolean =>
  others.every(({ object }) => object.type === first?.object.type);
