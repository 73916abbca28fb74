import type { Link, QueueManager, World } from './world.ts';

/** One name for a pair of queue managers, whichever comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);

export const linkBetween = (world: Pick<World, 'links' | 'defaultLink'>, a: string, b: string): Link =>
  world.links.get(pairKey(a, b)) ?? world.defaultLink;

/** Whether a channel can be started or kept up between the two. */
export const canReach = (world: World, from: QueueManager, to: QueueManager): boolean =>
  from.state === 'running' && to.state === 'running' && isLinkUp(world, from, to);

export const isLinkUp = (world: World, from: QueueManager, to: QueueManager): boolean =>
  world.brokenLinks.size === 0 || !world.brokenLinks.has(pairKey(from.name, to.name));
