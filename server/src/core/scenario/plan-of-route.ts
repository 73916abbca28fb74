import type { Estate } from '#core/model/model.ts';
import type { BindOption, Plan } from './plan.ts';
import { planSharingGroups } from './plan-groups.ts';
import { makePlan, makeProducer } from './plan-parts.ts';
import { planQueueManagers } from './plan-queue-managers.ts';

/** Where would one message go? The plan of a program that opens the queue and puts it, and of nothing else. */
export function planOfRoute(
  estate: Estate,
  question: {
    readonly from: string;
    readonly queue: string;
    readonly bind?: BindOption;
    readonly objectQueueManager?: string;
  },
): { readonly plan: Plan | undefined; readonly reason: string | undefined } {
  const from = estate.queueManagers.get(question.from.toUpperCase());
  if (!from) return { plan: undefined, reason: `No queue manager ${question.from} is known here.` };
  const producer = makeProducer({
    name: 'question',
    queueManager: from.name,
    queue: question.queue,
    objectQueueManager: question.objectQueueManager ?? '',
    bind: question.bind ?? 'as-q-def',
    count: 1,
  });
  return {
    plan: makePlan({
      name: `From ${from.name} to ${question.queue}`,
      queueManagers: planQueueManagers(estate),
      queueSharingGroups: planSharingGroups(estate),
      applications: [producer],
    }),
    reason: undefined,
  };
}
