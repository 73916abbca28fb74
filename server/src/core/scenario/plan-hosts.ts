import type { ConsumerDeclaration, Estate } from '#core/model/model.ts';
import type { PlanApplication, PlanHost, PlanQueueManager } from './plan.ts';

/** The machines that the estate file names, each with those of the plan's queue managers and applications that run there. */
export function planHosts(
  estate: Estate,
  plan: { readonly queueManagers: readonly PlanQueueManager[]; readonly applications: readonly PlanApplication[] },
): readonly PlanHost[] {
  const shown = new Set(plan.queueManagers.map((each) => each.name));
  const queueManagers = [...estate.queueManagers.values()].filter((each) => shown.has(each.name));
  const hosts = new Set(
    [...queueManagers, ...estate.consumers].flatMap(({ host }) => (host === undefined ? [] : [host])),
  );
  return [...hosts]
    .map((name) => ({
      name,
      queueManagers: queueManagers.filter((each) => each.host === name).map((each) => each.name),
      applications: plan.applications
        .filter((each) => estate.consumers.some((declared) => declared.host === name && isNamedBy(each, declared)))
        .map((each) => each.name),
    }))
    .filter((host) => host.queueManagers.length + host.applications.length > 0);
}

/** An application that reads several queues has a number behind its name from the second on. */
const isNamedBy = (
  application: PlanApplication,
  { application: name, queueManager, queue }: ConsumerDeclaration,
): boolean =>
  application.queue === queue &&
  application.queueManager.toUpperCase() === queueManager.toUpperCase() &&
  application.name.replace(/-\d+$/, '') === name.replace(/-\d+$/, '');
