import type { ConsumerDeclaration, Estate } from '#core/model/model.ts';
import type { PlanApplication, PlanHost } from './plan.ts';

/** The machines that the estate file names, each with the queue managers and those of the applications that run there. */
export function planHosts(estate: Estate, applications: readonly PlanApplication[]): readonly PlanHost[] {
  const queueManagers = [...estate.queueManagers.values()];
  const hosts = new Set(
    [...queueManagers, ...estate.consumers].flatMap(({ host }) => (host === undefined ? [] : [host])),
  );
  return [...hosts].map((name) => ({
    name,
    queueManagers: queueManagers.filter((each) => each.host === name).map((each) => each.name),
    applications: applications
      .filter((each) => estate.consumers.some((declared) => declared.host === name && isNamedBy(each, declared)))
      .map((each) => each.name),
  }));
}

/** An application that reads several queues has a number behind its name from the second on. */
const isNamedBy = (
  application: PlanApplication,
  { application: name, queueManager, queue }: ConsumerDeclaration,
): boolean =>
  application.queue === queue &&
  application.queueManager.toUpperCase() === queueManager.toUpperCase() &&
  application.name.replace(/-\d+$/, '') === name.replace(/-\d+$/, '');
