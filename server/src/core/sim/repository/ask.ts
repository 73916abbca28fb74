import { happening, schedule } from '../happening.ts';
import type { QueueManager, World } from '../world.ts';
import { answersOfExpiryUs } from './age.ts';
import { mustAsk, queueKey } from './knowledge.ts';
import { canTell, legUs, repositoriesOf } from './news.ts';

/**
 * A partial repository opens a queue that it never heard of: it asks two full repositories, which from then on tell it what
 * happens to that name. Gives the time until the answer is there; undefined when there is nothing to wait for, because no
 * full repository can be reached or none knows the name either.
 */
function askFor(world: World, at: QueueManager, name: string): number | undefined {
  if (!mustAsk(world, at, name)) return undefined;
  const { directory } = world;
  const asked = at.asked.get(name);
  if (typeof asked === 'number') return Math.max(1, asked - world.nowUs);
  const answering = repositoriesOf(world, at, [...at.clusters])
    .filter((qm) => canTell(world, at, qm) && canTell(world, qm, at))
    .slice(0, 2);
  if (answering.length === 0) return undefined;
  const afterUs = 2 * legUs(world);
  const index = directory.askedNames.push({ name, from: answering }) - 1;
  at.asked.set(name, world.nowUs + afterUs);
  schedule(world, afterUs, happening.repositoryAnswer, at.id, index);
  return answering.some((repository) => isKnownTo(world, repository, name)) ? afterUs + 1 : undefined;
}

/** How long an MQOPEN of this queue takes because its name has to be asked for; undefined when it has not. */
export function waitForName(
  world: World,
  at: QueueManager,
  opens: { readonly queue: string; readonly objectQueueManager: string },
): number | undefined {
  if (world.directory.newNames.size === 0 || opens.objectQueueManager !== '') return undefined;
  const own = at.queues.get(opens.queue);
  const name = own?.type === 'QALIAS' ? own.target : own === undefined ? opens.queue : '';
  return name === '' || (name !== opens.queue && at.queues.has(name)) ? undefined : askFor(world, at, name);
}

/** From now on it knows of this name what the full repository knew that answered. */
export function takeAnswer(world: World, atId: number, index: number): void {
  const at = world.queueManagers[atId];
  const question = world.directory.askedNames[index];
  if (at === undefined || question === undefined) return;
  const [repository] = question.from;
  for (const qm of world.queueManagers) {
    const key = queueKey(qm, question.name);
    const belief = repository?.beliefs.get(key);
    if (belief === undefined) at.beliefs.delete(key);
    else if (qm !== at) at.beliefs.set(key, belief);
  }
  at.asked.set(question.name, 'answered');
  world.directory.version++;
}

/** Expired information is kept, and not given to those who ask anew. (C7.2) */
function isKnownTo({ directory, nowUs }: World, repository: QueueManager, name: string): boolean {
  return (directory.instances.get(name) ?? []).some(({ owner }) => {
    const isFresh = nowUs - (directory.renewedAtUs[owner.id] ?? 0) <= answersOfExpiryUs;
    const belief = repository.beliefs.get(queueKey(owner, name))?.content;
    return isFresh && !(belief?.kind === 'queue' && belief.definition === undefined);
  });
}
