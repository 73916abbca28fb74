import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Estate, Instance } from '#core/model/model.ts';
import type { Plan, PlanApplication } from './plan.ts';
import { planSharingGroups, planUniformClusters } from './plan-groups.ts';
import { planHosts } from './plan-hosts.ts';
import { planOrdering } from './plan-ordering.ts';
import { freeName, makePlan, makeProducer } from './plan-parts.ts';
import { planQueueManagers } from './plan-queue-managers.ts';
import type { ScenarioProblem } from './problem.ts';
import { putterFor, readersOf } from './stage.ts';

export interface PlanOfEstate {
  readonly plan: Plan | undefined;
  readonly problems: readonly ScenarioProblem[];
  /** Why there is no plan, or what the plan leaves out. */
  readonly reason: string | undefined;
}

/** So many queues are used at most: a picture of more tells nobody anything. */
const mostQueues = 8;

/**
 * A scenario of the estate as it is: for each clustered queue (or those of the focus) a program that puts messages, at a
 * queue manager without an instance where there is one, and readers at each instance: those that the estate file declares
 * for the queue, else one each.
 */
export function planOfEstate(
  estate: Estate,
  focus: { readonly queue?: string; readonly cluster?: string } = {},
): PlanOfEstate {
  const groups = [...estate.clusters.values()]
    .filter((cluster) => focus.cluster === undefined || cluster.name === focus.cluster)
    .flatMap((cluster) => [...cluster.cloneGroups.values()])
    .filter((group) => focus.queue === undefined || group.queue === focus.queue)
    .filter((group) => !group.instances.every(isQueueManagerAlias))
    .toSorted((a, b) => Number(b.instances.length > 1) - Number(a.instances.length > 1));
  const used = groups.slice(0, mostQueues);
  if (used.length === 0) return { plan: undefined, problems: [], reason: whyNone(estate, focus) };
  const applications: PlanApplication[] = [];
  for (const group of used) {
    const taken = new Set(applications.map((each) => each.name));
    const { queue } = group;
    applications.push(
      makeProducer({
        name: freeName(`${queue}-sender`, taken),
        queueManager: putterFor(estate, group),
        queue,
        count: 20,
      }),
      ...readersOf(estate, group, taken),
    );
  }
  const queueManagers = planQueueManagers(estate);
  const rest = groups.length - used.length;
  return {
    plan: makePlan({
      name: titleOf(used, focus),
      untilUs: 30_000_000,
      queueManagers,
      hosts: planHosts(estate, { queueManagers, applications }),
      applications,
      uniformClusters: planUniformClusters(estate),
      queueSharingGroups: planSharingGroups(estate),
      ordering: planOrdering(estate, new Set(used.map((group) => group.queue))),
    }),
    problems: [],
    reason: rest > 0 ? `${rest} more clustered queues are left out; give a queue or a cluster to see them.` : undefined,
  };
}

/** A remote queue without RNAME names a queue manager: nothing is put to it by that name alone. */
const isQueueManagerAlias = ({ object }: Instance): boolean =>
  object.type === 'QREMOTE' && effectiveText(object, 'RNAME') === '';

function titleOf(groups: readonly CloneGroup[], focus: { readonly queue?: string }): string {
  const clusters = [...new Set(groups.map((group) => group.cluster))];
  const name = clusters.length === 1 ? `Cluster ${clusters[0]}` : `Clusters ${clusters.join(', ')}`;
  return focus.queue === undefined ? name : `${name}, queue ${focus.queue}`;
}

function whyNone(estate: Estate, focus: { readonly queue?: string; readonly cluster?: string }): string {
  if (estate.queueManagers.size === 0) return 'No queue manager is known here.';
  const where = focus.cluster === undefined ? 'any cluster' : `cluster ${focus.cluster}`;
  if (focus.queue !== undefined) return `No queue ${focus.queue} is in ${where}.`;
  return `No queue is in ${where}: a queue needs CLUSTER, and its queue manager a cluster-receiver channel.`;
}
