import { happening, schedule } from '../happening.ts';
import { note } from '../notes.ts';
import type { Belief, QueueManager, World } from '../world.ts';
import { canTell, repositoriesOf } from './news.ts';

/*
 * How long repositories keep what they know (SEMANTICS C7.2, OPEN 24): a queue manager sends its information again after 27
 * days; a full repository that has not heard it for 30 answers nobody from it any more; after 90 it is gone, until
 * the two are in contact again. Looked at once a day.
 */

const dayUs = 24 * 3_600 * 1_000_000;
const renewalUs = 27 * dayUs;
/** Full repositories answer no new question from what is older. */
const expiryUs = 30 * dayUs;
const removalUs = 90 * dayUs;

/** Runs that end before anything could age have no such days. */
export function beginAging(world: World): void {
  if (world.plan.untilUs >= renewalUs && world.queueManagers.some(({ clusters }) => clusters.size > 0))
    schedule(world, dayUs, happening.repositoryDay, 0);
}

export function ageADay(world: World): void {
  for (const qm of world.queueManagers) if (qm.clusters.size > 0) ageOne(world, qm);
  schedule(world, dayUs, happening.repositoryDay, 0);
}

/** It can be in contact with a full repository again: what was gone comes back. */
export function renewForgotten(world: World): void {
  const { directory } = world;
  for (const qm of world.queueManagers) if (directory.forgotten.has(qm.id) && isInContact(world, qm)) renew(world, qm);
}

export const isExpired = ({ directory, nowUs }: World, qm: QueueManager): boolean =>
  nowUs - (directory.renewedAtUs[qm.id] ?? 0) > expiryUs;

/** What a question learns of a queue that there is expired information of: nothing, until its queue manager is in contact again. */
export const withheld = (subject: QueueManager, name: string): Belief => ({
  number: withheldNumber,
  subject,
  content: { kind: 'queue', name, definition: undefined },
});

const withheldNumber = -2;

function ageOne(world: World, qm: QueueManager): void {
  const { directory, nowUs } = world;
  const age = nowUs - (directory.renewedAtUs[qm.id] ?? 0);
  if (age < renewalUs) return;
  if (isInContact(world, qm)) {
    renew(world, qm);
    return;
  }
  if (age <= removalUs || directory.forgotten.has(qm.id)) return;
  directory.forgotten.add(qm.id);
  directory.version++;
  note(world, qm.name, `Out of contact with every full repository for 90 days: the cluster has forgotten ${qm.name}.`);
}

function renew(world: World, qm: QueueManager): void {
  const { directory } = world;
  if (isExpired(world, qm)) tellWhatWasWithheld(world, qm);
  directory.renewedAtUs[qm.id] = world.nowUs;
  if (!directory.forgotten.delete(qm.id)) return;
  directory.version++;
  note(world, qm.name, `In contact with a full repository again: the cluster knows ${qm.name} anew.`);
}

function tellWhatWasWithheld(world: World, qm: QueueManager): void {
  for (const { beliefs } of world.queueManagers)
    for (const [key, { subject, number }] of beliefs)
      if (subject === qm && number === withheldNumber) beliefs.delete(key);
  world.directory.version++;
}

const isInContact = (world: World, qm: QueueManager): boolean =>
  qm.state === 'running' &&
  (qm.fullRepositoryOf.size > 0 ||
    repositoriesOf(world, qm, [...qm.clusters]).some((repository) => canTell(world, qm, repository)));
