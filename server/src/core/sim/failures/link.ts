import { failChannel } from '../channel-life.ts';
import { pairKey } from '../network.ts';
import { note } from '../notes.ts';
import { goOnWithRepositories } from '../repository/contact.ts';
import type { World } from '../world.ts';

/** Both directions at once; both ends notice at once. Channels come back with their own retries. */
export function changeLink(world: World, from: string, to: string, how: 'break' | 'repair'): void {
  const a = world.queueManagerNamed.get(from);
  const b = world.queueManagerNamed.get(to);
  if (a === undefined || b === undefined) {
    note(world, undefined, `There is no link between ${from} and ${to} to ${how}.`);
    return;
  }
  const key = pairKey(from, to);
  if (how === 'repair' ? !world.brokenLinks.delete(key) : world.brokenLinks.has(key)) return;
  if (how === 'break') world.brokenLinks.add(key);
  world.record?.({ kind: 'link', atUs: world.nowUs, from, to, state: how === 'break' ? 'down' : 'up' });
  if (how === 'repair') {
    goOnWithRepositories(world);
    return;
  }
  for (const channel of [...a.outbound.values(), ...b.outbound.values()]) {
    if (channel.to === a || channel.to === b)
      failChannel(world, channel, `the connection between ${from} and ${to} broke`);
  }
}
