import type { Plan, PlanApplication, PlanConsumer, PlanProducer } from '#core/scenario/plan.ts';
import { type Habits, habitsOf } from './habits.ts';
import type { Consumer, Producer, World } from './world.ts';

/** The programs of the plan, each instance one of its own. What a message needs of them comes first in each, to lie together. */
export function addClients(world: World): void {
  const producerHabits = new Map<string, Habits<PlanProducer>>();
  const consumerHabits = new Map<string, Habits<PlanConsumer>>();
  let firstSession = 0;
  for (const plan of world.plan.applications) {
    for (let instance = 1; instance <= instancesOf(plan); instance++) {
      if (plan.kind === 'producer') {
        world.producers.push(makeProducer(world, plan, habitsOf(producerHabits, plan), instance));
      } else {
        world.consumers.push(makeConsumer(world, plan, habitsOf(consumerHabits, plan), instance, firstSession));
        firstSession += sessionsOf(plan);
      }
    }
  }
}

export const countProducers = ({ applications }: Plan): number =>
  applications.reduce((sum, plan) => sum + (plan.kind === 'producer' ? instancesOf(plan) : 0), 0);

export const countSessions = ({ applications }: Plan): number =>
  applications.reduce((sum, plan) => sum + (plan.kind === 'consumer' ? instancesOf(plan) * sessionsOf(plan) : 0), 0);

const instancesOf = ({ instances }: PlanApplication): number => Math.max(1, instances);

const sessionsOf = ({ sessions }: PlanConsumer): number => Math.max(1, sessions);

const makeProducer = (world: World, plan: PlanProducer, habits: Habits<PlanProducer>, instance: number): Producer => ({
  id: world.producers.length,
  habits,
  queueManager: world.queueManagerNamed.get(plan.queueManager),
  state: 'waiting',
  epoch: 0,
  handle: undefined,
  attempts: 0,
  put: 0,
  uncommitted: 0,
  repliedAtUs: 0,
  highestProcessed: 0,
  overtakerPriority: 0,
  isOvertakerPersistent: false,
  unit: [],
  plan,
  instance,
  rejected: new Map(),
  isReconnectDue: false,
  movingTo: undefined,
  moveReason: '',
  moveByUs: Infinity,
});

const makeConsumer = (
  world: World,
  plan: PlanConsumer,
  habits: Habits<PlanConsumer>,
  instance: number,
  firstSession: number,
): Consumer => ({
  id: world.consumers.length,
  habits,
  queueManager: world.queueManagerNamed.get(plan.queueManager),
  queue: undefined,
  firstSession,
  sessionCount: sessionsOf(plan),
  busySessions: 0,
  movingTo: undefined,
  failuresInRow: 0,
  triggers: 0,
  consumed: 0,
  state: 'waiting',
  plan,
  instance,
  rejected: new Map(),
  isReconnectDue: false,
  moveReason: '',
  moveByUs: Infinity,
});
