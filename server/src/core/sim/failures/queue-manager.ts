import { note } from '../notes.ts';
import { crashQueueManager, startQueueManager, stopQueueManager } from '../queue-manager.ts';
import type { World } from '../world.ts';

/** `fail-queue-manager` is a crash, `stop-queue-manager` a controlled end. */
export function changeQueueManager(world: World, name: string, how: 'fail' | 'stop' | 'start'): void {
  const qm = world.queueManagerNamed.get(name);
  if (qm === undefined) note(world, undefined, `There is no queue manager ${name} to ${how}.`);
  else if (how === 'fail') crashQueueManager(world, qm, 'failed');
  else if (how === 'stop') stopQueueManager(world, qm, 'is being ended');
  else startQueueManager(world, qm, 'started');
}
