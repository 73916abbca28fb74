import type { PlanMonitor } from '#core/scenario/plan.ts';
import { alterAttributes } from './commands/queues.ts';
import { happening, schedule } from './happening.ts';
import { idOf } from './message.ts';
import { addFirst, lengthOf, takeFirst } from './message-list.ts';
import { noMessage } from './message-store.ts';
import { note } from './notes.ts';
import { priorityOn, reveal, stage } from './place.ts';
import { changeDepth } from './queue-row.ts';
import { clusterQueue } from './resolve-name.ts';
import { chooseRoute } from './routing/choose-route.ts';
import { along, freeRequest } from './settle.ts';
import type { LocalQueue, QueueManager, World } from './world.ts';

/**
 * One look of amqsclm at its queue: an instance that somebody has open for input gets CLWLPRTY(1), one that nobody reads 0, and the
 * cluster hears of it as of any other change. With `resend`, what stands on an instance that nobody reads is put to the cluster
 * again. It needs CLWLUSEQ(ANY), and bound handles do not see it. (IBM: The cluster queue monitoring sample program.)
 */
export function watchInstance(world: World, index: number): void {
  const plan = world.plan.monitors?.[index];
  if (plan === undefined) return;
  schedule(world, Math.max(1, plan.everyUs), happening.monitor, index);
  const at = world.queueManagerNamed.get(plan.queueManager);
  if (at?.state !== 'running') return;
  const queue = at.locals.get(plan.queue);
  if (queue === undefined || queue.definition.clusters.length === 0) {
    note(world, at.name, `amqsclm at ${at.name} finds no clustered local queue ${plan.queue}.`);
    return;
  }
  const isActive = queue.readers.some(({ state }) => state === 'running');
  switchPriority(world, at, queue, isActive ? 1 : 0);
  if (!isActive && plan.resends) resend(world, plan, at, queue);
}

function switchPriority(world: World, at: QueueManager, queue: LocalQueue, wanted: number): void {
  if (queue.definition.workloadPriority === wanted) return;
  const result = alterAttributes(world, at, queue.name, { CLWLPRTY: String(wanted) });
  const command = `ALTER QLOCAL(${queue.name}) CLWLPRTY(${wanted})`;
  world.record?.({ kind: 'command', atUs: world.nowUs, queueManager: at.name, command: `amqsclm: ${command}`, result });
}

/** As long as the algorithm names another queue manager; a message that would stay stays. */
function resend(world: World, { queue: name }: PlanMonitor, at: QueueManager, queue: LocalQueue): void {
  const choice = clusterQueue(name);
  for (let left = lengthOf(world, queue.row); left > 0; left--) {
    const message = takeFirst(world, queue.row);
    if (message === noMessage) return;
    const request = freeRequest(world, message, 'put');
    const { route, decision } = chooseRoute(world, at, choice, request);
    const settled = route?.channel === undefined ? undefined : along(world, at, choice, route, request, decision);
    if (settled?.kind !== 'placed') {
      addFirst(world, queue.row, message, priorityOn(world, queue.row, message));
      if (route !== undefined && route.channel === undefined)
        note(
          world,
          at.name,
          `amqsclm cannot send on what waits on ${name} at ${at.name}: without CLWLUSEQ(ANY), or another instance with readers, it comes back there.`,
        );
      return;
    }
    changeDepth(world, queue.row, -1);
    world.totals.rerouted++;
    world.putAgain.add(idOf(world, message));
    stage(world, message, { ...settled, reason: `sent on by amqsclm: nobody reads ${name} at ${at.name}` });
    reveal(world, message, settled);
  }
}
