import { note } from '../notes.ts';
import type { World } from '../world.ts';
import { changeApplication } from './application.ts';
import { changeQueueManager } from './queue-manager.ts';

/** A host takes its applications and the queue managers that run there now with it, and brings them back. */
export function changeHost(world: World, name: string, how: 'fail' | 'start'): void {
  const host = world.plan.hosts.find((candidate) => candidate.name === name);
  if (host === undefined) {
    note(world, undefined, `There is no host ${name} to ${how}.`);
    return;
  }
  const applications = () => {
    for (const application of host.applications)
      changeApplication(world, application, how === 'fail' ? 'stop' : 'start');
  };
  if (how === 'fail') world.downHosts.add(name);
  else world.downHosts.delete(name);
  if (how === 'fail') applications();
  for (const queueManager of world.queueManagers)
    if (queueManager.host === name) changeQueueManager(world, queueManager.name, how);
  if (how === 'start') applications();
}
