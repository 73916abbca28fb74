import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Estate } from '#core/model/model.ts';
import type { FindingSubject } from '#core/rules/rule.ts';
import type { Plan, PlanObject, PlanQueueManager } from './plan.ts';
import { planSharingGroups } from './plan-groups.ts';
import { planHosts } from './plan-hosts.ts';
import { planOrdering } from './plan-ordering.ts';
import { defaults, makePlan } from './plan-parts.ts';
import { planQueueManagers } from './plan-queue-managers.ts';
import { playOf } from './plays/index.ts';
import type { Act, Scene } from './plays/play.ts';
import type { ScenarioProblem } from './problem.ts';
import { putterFor, readersOf, viewOf } from './stage.ts';

export interface PlanOfFinding {
  readonly plan: Plan | undefined;
  readonly problems: readonly ScenarioProblem[];
  /** Why there is no plan. */
  readonly reason: string | undefined;
}

/**
 * The scenario that shows what a finding does to messages, played on the part of the estate that it is about. The plan's name says what to
 * watch; its expectations fail as long as the harm is there.
 */
export function planOfFinding(finding: {
  readonly code: string;
  readonly subject: FindingSubject;
  readonly estate: Estate;
}): PlanOfFinding {
  const { code, subject, estate } = finding;
  const play = playOf(code, subject.attribute);
  if (!play)
    return without(`There is no simulation that shows ${code}${subject.attribute ? ` for ${subject.attribute}` : ''}.`);
  const group = groupOf(estate, subject);
  if (!group) return without(`No queue ${subject.queue ?? ''} is in a cluster here.`);
  const scene: Scene = {
    estate,
    group,
    queueManagers: subject.queueManagers,
    attribute: subject.attribute ?? '',
    from: putterFor(estate, group),
    readers: readersOf(estate, group, new Set()),
  };
  const act = play(scene);
  return typeof act === 'string' ? without(act) : { plan: staged(act, scene, code), problems: [], reason: undefined };
}

/** Whether a finding with this code, on this attribute, can be played forward. */
export const canPlay = (code: string, attribute: string | undefined): boolean => playOf(code, attribute) !== undefined;

function groupOf(estate: Estate, { cluster, queue }: FindingSubject): CloneGroup | undefined {
  if (queue === undefined) return undefined;
  const named = cluster === undefined ? undefined : estate.clusters.get(cluster)?.cloneGroups.get(queue);
  return (
    named ??
    [...estate.clusters.values()].map((each) => each.cloneGroups.get(queue)).find((each) => each) ??
    topicGroup(estate, cluster ?? '', queue)
  );
}

/** The definitions of a cluster topic, as if they were clones of a queue. */
function topicGroup(estate: Estate, cluster: string, name: string): CloneGroup | undefined {
  const instances = [...estate.queueManagers.values()].flatMap((queueManager) => {
    const object = queueManager.objects.get('topic', name);
    return object !== undefined && effectiveText(object, 'CLUSTER') === cluster ? [{ queueManager, object }] : [];
  });
  return instances.length === 0 ? undefined : { cluster, queue: name, instances };
}

function staged(act: Act, { estate, group, queueManagers }: Scene, code: string): Plan {
  const { network, applications, subscriber, ...rest } = act;
  const shown = withSubscriber(planQueueManagers(estate, viewOf(estate, group, queueManagers)), subscriber);
  return makePlan({
    ...rest,
    applications,
    network: { ...defaults.network, ...network },
    queueManagers: shown,
    hosts: planHosts(estate, { queueManagers: shown, applications }),
    queueSharingGroups: planSharingGroups(estate).filter(({ members }) =>
      members.every((member) => shown.some(({ name }) => name === member)),
    ),
    ordering: rest.ordering ?? planOrdering(estate, new Set([group.queue])),
    warnings: [{ code, detail: act.name }],
  });
}

const withSubscriber = (
  queueManagers: readonly PlanQueueManager[],
  subscriber: Act['subscriber'],
): readonly PlanQueueManager[] =>
  queueManagers.map((each) => {
    if (each.name !== subscriber?.queueManager) return each;
    const object = (name: string, type: string, values: Readonly<Record<string, string>>): PlanObject => ({
      name,
      type,
      clusters: [],
      attributes: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, at: undefined }])),
      definedAt: undefined,
    });
    const { queue, topic } = subscriber;
    return {
      ...each,
      queues: [...each.queues, object(queue, 'QLOCAL', {})],
      subscriptions: [...(each.subscriptions ?? []), object(queue, 'SUB', { TOPICSTR: topic, DEST: queue })],
    };
  });

const without = (reason: string): PlanOfFinding => ({ plan: undefined, problems: [], reason });
