import type { CloneGroup, Estate, Instance, MqObject } from '#core/model/model.ts';
import { cloneHostsOf, onlyReceiverOf } from '#core/rules/parts/clone-hosts.ts';
import { cloneNeeds } from '#core/rules/parts/clone-needs.ts';
import { readingOf } from '#core/rules/parts/difference.ts';
import type { ComparedAttribute } from '#core/rules/rule.ts';

/** Objects that stand side by side, one for each instance of the group; undefined where a queue manager has none. */
export interface ClonePart {
  readonly id: string;
  readonly title: string;
  /** The instances themselves, objects that they name, or what they live on. */
  readonly role: 'instance' | 'named' | 'host';
  /** The kind of rules that compare them. */
  readonly of: ComparedAttribute['of'] | undefined;
  readonly objects: readonly (MqObject | undefined)[];
  /** The queue that findings about them name: those about receivers and queue managers are told once, with the first queue. */
  readonly subject: string;
}

/** The instances of a group, and what belongs beside each: the objects they name, the cluster receivers, the queue managers. */
export function partsOf(group: CloneGroup, estate: Estate): readonly ClonePart[] {
  const { instances, queue } = group;
  const isQueue = instances.every(({ object }) => object.type !== 'TOPIC');
  const cluster = estate.clusters.get(group.cluster);
  const hosts = [...estate.clusters.values()]
    .flatMap((one) => cloneHostsOf(one, estate))
    .find(({ groups }) => groups.some((one) => isSame(one, group)));
  const shared = hosts?.groups[0]?.queue ?? queue;
  const receivers = instances.map(({ queueManager }) => cluster && onlyReceiverOf(cluster, queueManager));
  const parts: readonly ClonePart[] = [
    {
      id: 'instances',
      title: 'Instances',
      role: 'instance',
      of: isQueue ? 'instance' : 'topic',
      objects: instances.map(({ object }) => object),
      subject: queue,
    },
    ...cloneNeeds.map(({ keyword, what, space, when }): ClonePart => {
      const objects = instances.map((instance) => {
        const name = when?.(instance) === false ? '' : (readingOf(instance, keyword)?.effective.value ?? '');
        return name === '' || name.startsWith('SYSTEM.') ? undefined : instance.queueManager.objects.get(space, name);
      });
      return {
        id: keyword,
        title: `${capital(what)} (${keyword})`,
        role: 'named',
        of: undefined,
        objects,
        subject: queue,
      };
    }),
    { id: 'receivers', title: 'Cluster receivers', role: 'host', of: 'receiver', objects: receivers, subject: shared },
    {
      id: 'queue-managers',
      title: 'Queue managers',
      role: 'host',
      of: 'queue-manager',
      objects: instances.map(({ queueManager }) => queueManager.attributes),
      subject: shared,
    },
  ];
  return parts.filter(({ objects }) => objects.some((object) => object !== undefined));
}

/** The objects of a part that there are, in the form of instances, so that they are compared as queues are. */
export const groupOf = ({ objects }: ClonePart, { cluster, queue, instances }: CloneGroup): CloneGroup => ({
  cluster,
  queue,
  instances: instances.flatMap(({ queueManager }, index): readonly Instance[] => {
    const object = objects[index];
    return object ? [{ queueManager, object }] : [];
  }),
});

const isSame = (one: CloneGroup, other: CloneGroup): boolean =>
  one.queue === other.queue && one.cluster === other.cluster;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
