import { readSubscription, type Subscription } from '../pubsub/topics.ts';
import { attributesOf, type Command, hasKeyword, nameOf, textAfter } from './command.ts';

/** From now on it gets publications; other queue managers hear of it a latency later. (IBM: Proxy subscriptions, q005140) */
export const defineSubscription: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = at.subscriptions.find((each) => isCalled(each, name));
  if (before !== undefined && !hasKeyword(body, 'REPLACE')) return `refused: subscription ${name} already exists`;
  if (hasKeyword(body, 'LIKE')) return 'not simulated by this version: LIKE of a subscription';
  if ((textAfter(body, 'DEST') ?? '') === '') return 'not simulated by this version: a subscription without DEST';
  const object = { name, type: 'SUB', clusters: [], attributes: attributesOf(body), definedAt: undefined };
  if (before !== undefined) end(at.subscriptions, before, world.nowUs);
  at.subscriptions.push({ ...readSubscription(object, at.topics), sinceUs: world.nowUs });
  return 'defined';
};

/** Where its messages go: what it subscribes to cannot be altered, which the reader of the scenario says. (IBM: ALTER SUB, q085420) */
export const alterSubscription: Command = (_world, at, body) => {
  const name = nameOf(body);
  const before = at.subscriptions.find((each) => isCalled(each, name));
  if (before === undefined) return `refused: subscription ${name} does not exist`;
  const { queue, queueManager } = before;
  at.subscriptions[at.subscriptions.indexOf(before)] = {
    ...before,
    queue: textAfter(body, 'DEST') ?? queue,
    queueManager: textAfter(body, 'DESTQMGR')?.trim() ?? queueManager,
  };
  return 'altered';
};

/** What other queue managers send before they hear of it finds nobody. */
export const deleteSubscription: Command = (world, at, body) => {
  const name = nameOf(body);
  const before = at.subscriptions.find((each) => isCalled(each, name));
  if (before === undefined) return `refused: subscription ${name} does not exist`;
  end(at.subscriptions, before, world.nowUs);
  return 'deleted';
};

const isCalled = (subscription: Subscription, name: string): boolean =>
  subscription.name === name && subscription.untilUs === undefined;

function end(subscriptions: Subscription[], one: Subscription, nowUs: number): void {
  subscriptions[subscriptions.indexOf(one)] = { ...one, untilUs: nowUs };
}
