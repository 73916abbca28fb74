import type { PlanAction } from '#core/scenario/plan.ts';
import { note } from '../notes.ts';
import type { World } from '../world.ts';
import { resetChannel, startNamedChannel, stopNamedChannel } from './channel-control.ts';
import { alterChannel, defineChannel, deleteChannel } from './channel-definitions.ts';
import { refreshCluster, resetCluster } from './cluster.ts';
import type { Command } from './command.ts';
import { alterNamelist, defineNamelist, deleteNamelist } from './namelists.ts';
import { pingChannel, pingQueueManager } from './ping.ts';
import { alterQueueManager, resume, suspend } from './queue-manager.ts';
import { alterQueue, clearQueue, defineQueue, deleteQueue } from './queues.ts';
import { resolveChannel } from './resolve-channel.ts';
import { backUpStructure, recoverStructureByCommand } from './structures.ts';
import { alterSubscription, defineSubscription, deleteSubscription } from './subscriptions.ts';

/** The commands that a run understands. */
const commands: Readonly<Record<string, Command>> = {
  'ALTER QLOCAL': alterQueue,
  'ALTER QALIAS': alterQueue,
  'ALTER QREMOTE': alterQueue,
  'DEFINE QLOCAL': defineQueue,
  'DEFINE QALIAS': defineQueue,
  'DEFINE QREMOTE': defineQueue,
  'DELETE QLOCAL': deleteQueue,
  'DELETE QALIAS': deleteQueue,
  'DELETE QREMOTE': deleteQueue,
  'CLEAR QLOCAL': clearQueue,
  'DEFINE CHANNEL': defineChannel,
  'ALTER CHANNEL': alterChannel,
  'DELETE CHANNEL': deleteChannel,
  'START CHANNEL': startNamedChannel,
  'STOP CHANNEL': stopNamedChannel,
  'RESET CHANNEL': resetChannel,
  'RESOLVE CHANNEL': resolveChannel,
  'PING CHANNEL': pingChannel,
  'PING QMGR': pingQueueManager,
  'DEFINE NAMELIST': defineNamelist,
  'ALTER NAMELIST': alterNamelist,
  'DELETE NAMELIST': deleteNamelist,
  'DEFINE SUB': defineSubscription,
  'ALTER SUB': alterSubscription,
  'DELETE SUB': deleteSubscription,
  'ALTER QMGR': alterQueueManager,
  'SUSPEND QMGR': suspend,
  'RESUME QMGR': resume,
  'RECOVER CFSTRUCT': recoverStructureByCommand,
  'BACKUP CFSTRUCT': backUpStructure,
  'REFRESH CLUSTER': refreshCluster,
  'RESET CLUSTER': resetCluster,
};

export function runCommand(world: World, action: Extract<PlanAction, { do: 'mqsc' }>): void {
  const { parsed, command } = action;
  const at = world.queueManagerNamed.get(action.queueManager);
  const key = `${parsed.verbName} ${parsed.objectName ?? parsed.object?.keyword}`;
  const run = commands[key];
  let result: string;
  if (at === undefined) result = `there is no queue manager ${action.queueManager}`;
  else if (at.state !== 'running') result = `not run: ${at.name} is ${at.state}`;
  else if (run === undefined) result = `not simulated by this version: ${key}`;
  else result = run(world, at, parsed);
  const answer = { atUs: world.nowUs, queueManager: action.queueManager, command, result };
  world.answers.push(answer);
  world.record?.({ kind: 'command', ...answer });
  if (at !== undefined && run === undefined) note(world, at.name, `${key} is not simulated by this version.`);
}
