import { instanceName } from './clients.ts';
import { endMessage, idOf } from './message.ts';
import { reveal, unstage } from './place.ts';
import { countAttempts, countPut, setUncommitted, uncommittedBy } from './producer-row.ts';
import type { Producer, World } from './world.ts';

/** The program commits: what it put since the last time can be seen now. */
export function commitUnit(world: World, producer: Producer): void {
  setUncommitted(world, producer.row, 0);
  if (producer.habits.syncpoint <= 1) return;
  const { unit } = producer;
  producer.unit = [];
  if (unit.length > 0) recordCommit(world, producer, unit);
  for (const { message, placement } of unit) reveal(world, message, placement);
}

function recordCommit(world: World, producer: Producer, unit: Producer['unit']): void {
  world.record?.({
    kind: 'commit',
    atUs: world.nowUs,
    messages: unit.map(({ message }) => idOf(world, message)),
    application: instanceName(producer),
    queueManager: producer.queueManager?.name ?? '',
  });
}

/** The program or its queue manager ends in mid-unit: the messages were never there, and the program puts them again when it is back. */
export function backOutUnit(world: World, producer: Producer): void {
  const { unit } = producer;
  producer.unit = [];
  countAttempts(world, producer.row, -uncommittedBy(world, producer.row));
  setUncommitted(world, producer.row, 0);
  for (const { message, placement } of unit) {
    unstage(world, placement);
    countPut(world, producer.row, -1);
    world.totals.put--;
    world.record?.({
      kind: 'gone',
      atUs: world.nowUs,
      message: idOf(world, message),
      how: 'backed out',
      queueManager: placement.at.name,
      reason: 'its unit of work was not committed',
    });
    endMessage(world, message);
  }
}
