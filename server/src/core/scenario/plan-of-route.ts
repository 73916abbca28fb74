import type { Estate } from '#core/model/model.ts';
import type { BindOption, Plan } from './plan.ts';
import { planQueueManagers } from './plan-queue-managers.ts';

export interface Route {
  readonly from: string;
  readonly queue: string;
  readonly bind?: BindOption;
  /** ObjectQMgrName; blank without one. */
  readonly objectQueueManager?: string;
}

/** One message put at one queue manager, with everything running: the decision it needs is what "explain route" shows. */
export function planOfRoute(
  estate: Estate,
  { from, queue, bind = 'as-q-def', objectQueueManager = '' }: Route,
): { readonly plan: Plan } | { readonly plan: undefined; readonly reason: string } {
  const queueManager = estate.queueManagers.get(from.toUpperCase());
  if (!queueManager) return { plan: undefined, reason: `No queue manager ${from} is known here.` };
  return {
    plan: {
      name: `A message from ${queueManager.name} to ${queue}`,
      seed: 1,
      untilUs: 1_000_000,
      mqVersion: queueManager.version,
      queueManagers: planQueueManagers(estate),
      hosts: [],
      network: { latencyUs: 1000, channelStartUs: 20_000, bandwidth: 0, repositoryDelayUs: 5000, links: [] },
      applications: [
        {
          kind: 'producer',
          name: 'route',
          queueManager: queueManager.name,
          queue,
          objectQueueManager,
          verb: 'MQPUT',
          bind,
          count: 1,
          intervalUs: 1000,
          arrival: 'constant',
          startAtUs: 0,
          reopenAfter: 0,
          message: { size: 1000, persistence: 'as-q-def', priority: 'as-q-def', expiryUs: 0 },
          group: undefined,
          syncpoint: 1,
        },
      ],
      events: [],
      expectations: [],
      assume: {},
      warnings: [],
    },
  };
}
