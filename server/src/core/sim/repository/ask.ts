import { happening, schedule } from '../happening.ts';
import { note } from '../notes.ts';
import type { Question, QueueManager, World } from '../world.ts';
import { countAdministration } from './administration.ts';
import { isExpired, withheld } from './age.ts';
import { isMemberKnown, mustAsk, mustAskFor, questionKey, queueKey } from './knowledge.ts';
import { canTell, legUs, repositoriesOf } from './news.ts';

/*
 * A partial repository that meets a name it never heard of asks two full repositories of each of its clusters, once; from then on they tell
 * it what happens to that name. The open that asked waits for an answer, for ten seconds at most; then, and as long as there is no
 * answer, the name fails with 2189. (IBM: 2189 MQRC CLUSTER RESOLUTION ERROR, swg21225022.)
 */

/** What a program opens, or the names on a transmission header. */
interface Opens {
  readonly queue: string;
  readonly objectQueueManager: string;
}

/** How long an MQOPEN of this queue takes because a name has to be asked for; undefined when it has not. */
export function waitForName(world: World, at: QueueManager, opens: Opens): number | undefined {
  if (at.clusters.size === 0 || at.fullRepositoryOf.size > 0) return undefined;
  const question = questionIn(world, at, opens);
  return question && ask(world, at, question);
}

/** The question has reached the full repositories: what they know now is what the answer says. */
export function answerQuestion(world: World, atId: number, index: number): void {
  const asked = world.directory.askedNames[index];
  if (asked === undefined) return;
  for (const subject of world.queueManagers) {
    const repository = asked.from.find(({ fullRepositoryOf }) =>
      [...subject.clusters].some((cluster) => fullRepositoryOf.has(cluster)),
    );
    const known = (repository ?? asked.from[0])?.beliefs.get(queueKey(subject, asked.name));
    asked.answer.push({ subject, belief: isExpired(world, subject) ? withheld(subject, asked.name) : known });
  }
  schedule(world, legUs(world), happening.repositoryAnswer, atId, index);
  const at = world.queueManagers[atId];
  for (const repository of asked.from) if (at !== undefined) countAdministration(world, repository, at);
}

/** From now on it knows of this name what the full repositories knew that answered. */
export function takeAnswer(world: World, atId: number, index: number): void {
  const at = world.queueManagers[atId];
  const asked = world.directory.askedNames[index];
  if (at === undefined || asked === undefined) return;
  for (const { subject, belief } of asked.answer) {
    const key = queueKey(subject, asked.name);
    if (belief === undefined) at.beliefs.delete(key);
    else if (subject !== at) at.beliefs.set(key, belief);
  }
  at.asked.set(questionKey(asked), { state: 'answered' });
  world.directory.version++;
}

/** Something came back: questions that could reach no full repository are asked now. */
export function releaseQuestions(world: World): void {
  const { directory } = world;
  if (directory.heldQuestions.length === 0) return;
  const waiting = directory.heldQuestions;
  directory.heldQuestions = [];
  for (const { at, question } of waiting)
    if (send(world, at, question) === undefined) directory.heldQuestions.push({ at, question });
}

/** The name that the first definition on the way leads to, if it has to be asked for. */
function questionIn(world: World, at: QueueManager, { queue, objectQueueManager }: Opens): Question | undefined {
  const isHere = objectQueueManager === '' || objectQueueManager === at.name;
  if (!isHere) return at.queues.has(objectQueueManager) ? undefined : memberNamed(world, at, objectQueueManager);
  const own = at.queues.get(queue);
  if (own === undefined) return objectQueueManager === '' ? queueNamed(world, at, queue) : undefined;
  if (own.type === 'QREMOTE' && own.transmissionQueue === '' && !at.queues.has(own.remoteQueueManager))
    return memberNamed(world, at, own.remoteQueueManager);
  if (own.type !== 'QALIAS' || own.target === '') return undefined;
  return own.target === queue || !at.queues.has(own.target) ? queueNamed(world, at, own.target) : undefined;
}

const queueNamed = (world: World, at: QueueManager, name: string): Question | undefined =>
  mustAskFor(world, at, name) ? { kind: 'queue', name } : undefined;

function memberNamed(world: World, at: QueueManager, name: string): Question | undefined {
  const member = world.queueManagerNamed.get(name);
  if (member !== undefined) return isMemberKnown(world, at, member) ? undefined : { kind: 'member', name };
  // An alias of a queue manager is advertised as a queue is.
  return world.directory.instances.has(name) && mustAsk(world, at, name) ? { kind: 'queue', name } : undefined;
}

function ask(world: World, at: QueueManager, question: Question): number | undefined {
  const { nowUs } = world;
  const known = at.asked.get(questionKey(question));
  switch (known?.state) {
    case 'answered':
      return undefined;
    case 'travelling':
      return Math.max(1, known.dueUs - nowUs + 1);
    case 'held':
      return nowUs < known.untilUs ? Math.min(lookAgainUs, known.untilUs - nowUs) : undefined;
  }
  const afterUs = send(world, at, question);
  if (afterUs !== undefined) return afterUs + 1;
  at.asked.set(questionKey(question), { state: 'held', untilUs: nowUs + longestWaitUs });
  world.directory.heldQuestions.push({ at, question });
  note(
    world,
    at.name,
    `${at.name} asks for ${question.name}, and no full repository can be reached: the open waits for 10 s.`,
  );
  return lookAgainUs;
}

/** The time until the answer is there; undefined when no full repository can be reached. */
function send(world: World, at: QueueManager, question: Question): number | undefined {
  const reachable = [...at.clusters].flatMap((cluster) =>
    repositoriesOf(world, at, [cluster])
      .filter((qm) => canTell(world, at, qm) && canTell(world, qm, at))
      .slice(0, 2),
  );
  const from = [...new Set(reachable)];
  if (from.length === 0) return undefined;
  const afterUs = 2 * legUs(world);
  const index = world.directory.askedNames.push({ ...question, from, answer: [] }) - 1;
  at.asked.set(questionKey(question), { state: 'travelling', dueUs: world.nowUs + afterUs });
  schedule(world, legUs(world), happening.repositoryQuestion, at.id, index);
  for (const repository of from) countAdministration(world, at, repository);
  return afterUs;
}

/** MQ looks for an answer again and again until its time is over. (IBM: APAR PH46414.) */
const lookAgainUs = 250_000;
const longestWaitUs = 10_000_000;
