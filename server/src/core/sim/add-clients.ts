import type { Plan, PlanApplication, PlanConsumer, PlanProducer } from '#core/scenario/plan.ts';
import { addConsumerRow, setPlace } from './consumer-row.ts';
import { numberHabits } from './habits.ts';
import { addProducerRow, producerHabitsIn } from './producer-row.ts';
import type { Consumer, Producer, World } from './world.ts';

/** The programs of the plan, each instance one of its own. What a message needs of them comes first in each, to lie together. */
export function addClients(world: World): void {
  for (const plan of world.plan.applications) {
    for (let instance = 1; instance <= instancesOf(plan); instance++) {
      if (plan.kind === 'producer') {
        const habits = numberHabits(world.producerHabits, inSegments(plan));
        world.producers.push(makeProducer(world, plan, habits, instance));
      } else {
        const habits = numberHabits(world.consumerHabits, plan);
        world.consumers.push(makeConsumer(world, plan, habits, instance));
      }
    }
  }
}

/** What a program does that puts each message in segments: the physical messages, those of one message together. */
function inSegments(plan: PlanProducer): PlanProducer {
  const { message, group } = plan;
  const { segments = 1, sizes } = message;
  if (segments === 1) return plan;
  const part = (size: number) => Math.ceil(size / segments);
  return {
    ...plan,
    count: plan.count * segments,
    syncpoint: plan.syncpoint * segments,
    reopenAfter: plan.reopenAfter * segments,
    group: group ? { ...group, size: group.size * segments } : { size: segments, logicalOrder: false },
    message: {
      ...message,
      size: part(message.size),
      ...(sizes && { sizes: sizes.flatMap((size) => Array.from({ length: segments }, () => part(size))) }),
    },
  };
}

export const countProducers = ({ applications }: Plan): number =>
  applications.reduce((sum, plan) => sum + (plan.kind === 'producer' ? instancesOf(plan) : 0), 0);

const instancesOf = ({ instances }: PlanApplication): number => Math.max(1, instances);

const sessionsOf = ({ sessions }: PlanConsumer): number => Math.max(1, sessions);

function makeProducer(world: World, plan: PlanProducer, habits: number, instance: number): Producer {
  const id = world.producers.length;
  const queueManager = world.queueManagerNamed.get(plan.queueManager);
  const row = addProducerRow(world, { id, habits, at: queueManager });
  return {
    id,
    row,
    habits: producerHabitsIn(world, row),
    queueManager,
    state: 'waiting',
    handle: undefined,
    repliedAtUs: 0,
    unit: [],
    plan,
    instance,
    rejected: new Map(),
    isReconnectDue: false,
    movingTo: undefined,
    moveReason: '',
    moveByUs: Infinity,
  };
}

function makeConsumer(world: World, plan: PlanConsumer, habits: number, instance: number): Consumer {
  const id = world.consumers.length;
  const queueManager = world.queueManagerNamed.get(plan.queueManager);
  const row = addConsumerRow(world, { id, sessions: sessionsOf(plan), habits });
  setPlace(world, row, queueManager);
  return {
    id,
    row,
    queueManager,
    movingTo: undefined,
    state: 'waiting',
    plan,
    instance,
    rejected: new Map(),
    isReconnectDue: false,
    moveReason: '',
    moveByUs: Infinity,
  };
}
