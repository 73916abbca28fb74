import type { Estate, OrderingNeed } from './model/model.ts';
import type { Plan } from './scenario/plan.ts';
import type { SourceId } from './text/span.ts';

/** The estate with the needs that only the plan's scenario declares; the same estate when there are none. */
export function withNeedsOf(plan: Plan, estate: Estate, scenario: SourceId): Estate {
  const keyOf = ({ need, queues }: Pick<OrderingNeed, 'need' | 'queues'>) => `${need} ${queues.join(' ')}`;
  const known = new Set(estate.ordering.map(keyOf));
  const own = (plan.ordering ?? []).filter((each) => each.rule === undefined && !known.has(keyOf(each)));
  if (own.length === 0) return estate;
  const at = { source: scenario, span: { start: 0, end: 0 } };
  const more = own.map(
    ({ need, queues, reason }): OrderingNeed => ({ need, queues, reason, at, queueManager: undefined }),
  );
  return { ...estate, ordering: [...estate.ordering, ...more] };
}
