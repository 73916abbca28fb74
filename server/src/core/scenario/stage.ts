import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Estate, Instance, QueueManager } from '#core/model/model.ts';
import { followAliases } from '#core/model/queries.ts';
import type { PlanConsumer } from './plan.ts';
import { freeName, makeConsumer } from './plan-parts.ts';
import type { View } from './plan-queue-managers.ts';

/**
 * Where a program that puts to a clone group runs: a member of the cluster that has no instance, so that the cluster
 * chooses; the first instance's own queue manager when there is no such member.
 */
export function putterFor(estate: Estate, group: CloneGroup): string {
  const hosts = new Set(group.instances.map((each) => each.queueManager.name));
  const members = estate.clusters.get(group.cluster)?.members.map((each) => each.queueManager.name) ?? [];
  return members.find((name) => !hosts.has(name)) ?? [...hosts][0] ?? members[0] ?? '';
}

/** The programs that read the group's instances: as the estate file declares them, else one at each open instance. */
export function readersOf(estate: Estate, group: CloneGroup, taken: ReadonlySet<string>): readonly PlanConsumer[] {
  const names = new Set(taken);
  const named = (wanted: string): string => {
    const name = freeName(wanted, names);
    names.add(name);
    return name;
  };
  const declared = estate.consumers.filter((each) => each.queue === group.queue);
  if (declared.length > 0)
    return declared.map(({ application, queueManager, queue }) =>
      makeConsumer({ name: named(application), queueManager: spelled(estate, queueManager), queue }),
    );
  return group.instances.flatMap((instance) => {
    const queue = readableQueue(instance);
    const { name } = instance.queueManager;
    return queue === undefined
      ? []
      : [makeConsumer({ name: named(`${group.queue}-reader-${name}`), queueManager: name, queue })];
  });
}

/**
 * The part of the estate that a clone group's messages can meet: the members of its cluster and these queue managers, each
 * with the queue, what it is an alias of, and the backout, initiation and stream queues of those.
 */
export function viewOf(estate: Estate, group: CloneGroup, queueManagers: readonly string[]): View {
  const members = estate.clusters.get(group.cluster)?.members.map((each) => each.queueManager.name) ?? [];
  const shown = new Set([...members, ...queueManagers]);
  const names = new Map<QueueManager, ReadonlySet<string>>();
  const namesAt = (queueManager: QueueManager): ReadonlySet<string> => {
    const known = names.get(queueManager);
    if (known) return known;
    const { path } = followAliases(queueManager, group.queue);
    const made = new Set(
      path.flatMap((queue) => [queue.name, ...namedBeside.map((each) => effectiveText(queue, each))]),
    );
    names.set(queueManager, made);
    return made;
  };
  return {
    hasQueueManager: ({ name }) => shown.has(name),
    hasQueue: (queueManager, { name }) => namesAt(queueManager).has(name),
  };
}

/** Attributes that name queues which a run looks for on the same queue manager. */
const namedBeside = ['BOQNAME', 'INITQ', 'STREAMQ'];

/** The local queue that a reader of this instance gets from; undefined when it has none, or one closed for gets. */
function readableQueue({ queueManager, object }: Instance): string | undefined {
  const last = followAliases(queueManager, object.name).path.at(-1);
  return last?.type === 'QLOCAL' && effectiveText(last, 'GET') !== 'DISABLED' ? object.name : undefined;
}

const spelled = (estate: Estate, queueManager: string): string =>
  estate.queueManagers.get(queueManager.toUpperCase())?.name ?? queueManager;
