import type { Plan } from '#core/scenario/plan.ts';
import { channelKey, type Picture, type PictureMessage } from './picture-types.ts';

type Place = PictureMessage['place'];
type OnQueue = Extract<Place, { kind: 'queue' }>;

/** What a message that waits is waiting for, and what a person can do about it; undefined when nothing holds it. */
export function whatMovesIt(plan: Plan, picture: Picture, { place, inDoubt }: PictureMessage): string | undefined {
  if (place.kind !== 'queue') return undefined;
  const { queueManager, queue } = place;
  const state = picture.queueManagers.get(queueManager)?.state;
  if (state === 'down') return `Start ${queueManager} again: a persistent message is still there then.`;
  switch (place.role) {
    case 'transmission':
      return onTransmissionQueue(picture, place, inDoubt ? 'in-doubt' : 'waiting');
    case 'dead-letter':
      return `Remove the cause, then let a dead-letter queue handler (runmqdlq) or a program put it from ${queue} back to where it was to go.`;
    case 'backout':
      return `Mend what its program failed on, then let a program read ${queue} at ${queueManager}.`;
    case 'target':
      return onTarget(plan, picture, place);
  }
}

function onTransmissionQueue(
  picture: Picture,
  { queueManager: from, queue, channel: name }: OnQueue,
  how: 'in-doubt' | 'waiting',
): string {
  const channel = name === undefined ? undefined : picture.channels.get(channelKey(from, name));
  if (channel === undefined)
    return `No channel empties ${queue}: define one at ${from} with XMITQ(${queue}), and start it.`;
  const { to, state } = channel;
  const obstacle = obstacleBetween(picture, from, to);
  const start = `START CHANNEL(${name}) at ${from}`;
  if (how === 'in-doubt') {
    const first = obstacle === undefined ? '' : `${obstacle}; then `;
    return `In doubt. ${sentence(`${first}${start}`)} lets both ends settle it. Otherwise look whether ${to} has it, and RESOLVE CHANNEL(${name}) with ACTION(COMMIT) if so, ACTION(BACKOUT) if not.`;
  }
  switch (state) {
    case 'STOPPED':
      return `${sentence(obstacle === undefined ? start : `${obstacle}, and ${start}`)}: a stopped channel does not start by itself.`;
    case 'RETRYING':
      return obstacle === undefined
        ? `The channel tries again by itself; ${start} does it now, and START CHANNEL(${name}) at ${to} if it is stopped there.`
        : `${sentence(obstacle)}: then the channel's next retry takes it along, or ${start}.`;
    case 'INACTIVE':
      return `${start}, or the next message for ${to}, starts the channel.`;
    case 'RUNNING':
      return `Nothing to do: ${name} sends it when its turn comes.`;
    default:
      return `Nothing to do: ${name} is ${state}, and takes it along when it runs.`;
  }
}

function obstacleBetween(picture: Picture, from: string, to: string): string | undefined {
  if (picture.queueManagers.get(to)?.state === 'down') return `start ${to} again`;
  return picture.brokenLinks.has([from, to].sort().join(' ')) ? `repair the link ${from} – ${to}` : undefined;
}

function onTarget(plan: Plan, picture: Picture, { queueManager, queue }: OnQueue): string {
  const names = namesOf(plan, queueManager, queue);
  const readers = plan.applications.filter(
    (each) =>
      each.kind === 'consumer' &&
      (picture.applications.get(each.name)?.queueManager ?? each.queueManager) === queueManager &&
      names.has(each.queue),
  );
  const stateOf = (name: string) => picture.applications.get(name)?.state;
  if (readers.length === 0) return `Start a consumer of ${queue} at ${queueManager}: nobody reads it there.`;
  const running = readers.find(({ name }) => stateOf(name) === 'running');
  if (running !== undefined) return `Its turn with ${running.name}; GET(ENABLED) if the queue is closed for gets.`;
  const triggered = readers.find((each) => each.kind === 'consumer' && each.triggered === true);
  if (triggered !== undefined && stateOf(triggered.name) === 'waiting')
    return `A trigger: TRIGGER, INITQ and PROCESS of ${queue} have to start ${triggered.name}.`;
  return `Start ${readers.map(({ name }) => name).join(' or ')} again: nobody else reads ${queue} at ${queueManager}.`;
}

/** The queue's own name and those of aliases that lead to it. */
function namesOf(plan: Plan, queueManager: string, queue: string): ReadonlySet<string> {
  const queues = plan.queueManagers.find(({ name }) => name === queueManager)?.queues ?? [];
  const aliases = queues.filter(({ type, attributes }) => type === 'QALIAS' && attributes.TARGET?.value === queue);
  return new Set([queue, ...aliases.map(({ name }) => name)]);
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
