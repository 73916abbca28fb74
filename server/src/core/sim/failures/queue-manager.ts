import { note } from '../notes.ts';
import { crashQueueManager, startQueueManager, stopQueueManager, switchOver } from '../queue-manager.ts';
import type { World } from '../world.ts';

/** `fail-queue-manager` is a crash, `stop-queue-manager` a controlled end, `switch-over` one that its standby follows. */
export function changeQueueManager(world: World, name: string, how: 'fail' | 'stop' | 'switch-over' | 'start'): void {
  const qm = world.queueManagerNamed.get(name);
  if (qm === undefined) note(world, undefined, `There is no queue manager ${name} to ${how}.`);
  else if (how === 'fail') crashQueueManager(world, qm, 'failed');
  else if (how === 'stop') stopQueueManager(world, qm, 'is being ended');
  else if (how === 'switch-over') switchOver(world, qm, 'is being switched over');
  else startQueueManager(world, qm, 'started');
}
