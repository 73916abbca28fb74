import type { PlanAction } from '#core/scenario/plan.ts';
import { runCommand } from '../commands/index.ts';
import { inquire } from '../inquire.ts';
import { failStructure } from '../structure.ts';
import { resolveTransactions } from '../transaction.ts';
import type { World } from '../world.ts';
import { changeApplication } from './application.ts';
import { changeHost } from './host.ts';
import { changeLink } from './link.ts';
import { changeQueueManager } from './queue-manager.ts';

/** Does what an event of the plan says: one line per kind. */
export function act(world: World, action: PlanAction): void {
  switch (action.do) {
    case 'fail-queue-manager':
      changeQueueManager(world, action.queueManager, 'fail');
      break;
    case 'stop-queue-manager':
      changeQueueManager(world, action.queueManager, 'stop');
      break;
    case 'switch-over':
      changeQueueManager(world, action.queueManager, 'switch-over');
      break;
    case 'start-queue-manager':
      changeQueueManager(world, action.queueManager, 'start');
      break;
    case 'fail-host':
      changeHost(world, action.host, 'fail');
      break;
    case 'start-host':
      changeHost(world, action.host, 'start');
      break;
    case 'break-link':
      changeLink(world, action.from, action.to, 'break');
      break;
    case 'repair-link':
      changeLink(world, action.from, action.to, 'repair');
      break;
    case 'stop-application':
      changeApplication(world, action.application, 'stop');
      break;
    case 'start-application':
      changeApplication(world, action.application, 'start');
      break;
    case 'mqsc':
      runCommand(world, action);
      break;
    case 'inquire':
      inquire(world, action);
      break;
    case 'resolve-transactions':
      resolveTransactions(world, action.application, action.action);
      break;
    case 'fail-structure':
      failStructure(world, action.queueSharingGroup, action.structure);
      break;
  }
}
