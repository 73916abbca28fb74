import type { Estate } from '#core/model/model.ts';
import type { PlanNeed } from './plan.ts';

/** The declared needs of an estate's applications; of these queues only, where some are given. */
export const planOrdering = (estate: Estate, queues?: ReadonlySet<string>): readonly PlanNeed[] =>
  estate.ordering
    .filter((each) => queues === undefined || each.queues.some((queue) => queues.has(queue)))
    .map(({ need, queues: spanned, reason }) => ({ need, queues: spanned, reason }));
