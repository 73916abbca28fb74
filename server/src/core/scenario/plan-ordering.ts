import type { Estate } from '#core/model/model.ts';
import type { PlanNeed } from './plan.ts';

/** The declared needs of an estate's applications; as far as they are about these queues, where some are given. */
export const planOrdering = (estate: Estate, shown?: ReadonlySet<string>): readonly PlanNeed[] =>
  estate.ordering
    .map(({ need, queues, reason }) => ({
      need,
      queues: queues.filter((queue) => shown?.has(queue) ?? true),
      reason,
    }))
    .filter(({ queues }) => queues.length > 0);
