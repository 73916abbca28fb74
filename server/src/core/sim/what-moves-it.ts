import type { Plan } from '#core/scenario/plan.ts';
import { messagesIn } from './message-book.ts';
import { channelKey, type Picture, type PictureChannel, type PictureMessage } from './picture-types.ts';
import type { TraceEvent } from './trace.ts';

type Place = PictureMessage['place'];
type OnWire = Extract<Place, { kind: 'wire' }>;
type OnQueue = Extract<Place, { kind: 'queue' }>;

/** What a picture does not show of how a message came where it is. */
export interface Way {
  /** The producer that has put it in a unit of work that is still open. */
  readonly uncommittedBy: { readonly application: string; readonly syncpoint: number } | undefined;
  /** The queue that it was last sent to. */
  readonly aim: string | undefined;
}

/** From the events of its life so far. */
export function wayOf(plan: Plan, life: readonly TraceEvent[]): Way {
  let way: Way = { uncommittedBy: undefined, aim: undefined };
  for (const event of life) {
    if (event.kind === 'put') way = { ...way, uncommittedBy: unitOf(plan, event) };
    else if (event.kind === 'commit') way = { ...way, uncommittedBy: undefined };
    else if (event.kind === 'enqueue' && event.target !== undefined) way = { ...way, aim: event.target.queue };
  }
  return way;
}

/** The program that has to commit a put; a copy and a publication are committed as they are made. */
function unitOf({ applications }: Plan, { application, copyOf }: Extract<TraceEvent, { kind: 'put' }>) {
  const named = (wanted: string) => applications.find(({ name }) => name === wanted);
  const producer = named(application) ?? named(application.replace(/#\d+$/, ''));
  const isInUnit =
    producer?.kind === 'producer' && producer.syncpoint > 1 && producer.topic === undefined && copyOf === undefined;
  return isInUnit ? { application, syncpoint: producer.syncpoint } : undefined;
}

/** What a message that waits is waiting for, and what a person can do about it; undefined when nothing holds it. */
export function whatMovesIt(
  plan: Plan,
  picture: Picture,
  { id, place, inDoubt }: PictureMessage,
  { uncommittedBy, aim }: Way,
): string | undefined {
  if (place.kind === 'application' && inDoubt) return onTransaction(picture, place);
  if (place.kind === 'wire')
    return place.untilUs < picture.atUs ? atReceiver(plan, picture, id, place, aim) : undefined;
  if (place.kind !== 'queue') return undefined;
  if (uncommittedBy !== undefined) return onCommit(uncommittedBy);
  const { queueManager, queue } = place;
  const state = picture.queueManagers.get(queueManager)?.state;
  if (state === 'down') return `Start ${queueManager} again: a persistent message is still there then.`;
  switch (place.role) {
    case 'transmission':
      return onTransmissionQueue(plan, picture, place, inDoubt ? 'in-doubt' : 'waiting');
    case 'dead-letter':
      return `Remove the cause, then let a dead-letter queue handler (runmqdlq) or a program put it from ${queue} back to where it was to go.`;
    case 'backout':
      return `Mend what its program failed on, then let a program read ${queue} at ${queueManager}.`;
    case 'target':
      return onTarget(plan, picture, place);
  }
}

/** A distributed transaction that is prepared: only its transaction manager, or a person in its place, may end it. */
function onTransaction(
  picture: Picture,
  { application, queueManager }: Extract<Place, { kind: 'application' }>,
): string {
  const queueManagerFirst = picture.queueManagers.get(queueManager)?.state === 'down' ? `${queueManager} and ` : '';
  return `In doubt. Start ${queueManagerFirst}${application} again: with its log it commits what was decided and backs out the rest. Otherwise rsvmqtrn at ${queueManager}, at the risk of losing the work or doing it twice.`;
}

const onCommit = ({ application, syncpoint }: NonNullable<Way['uncommittedBy']>): string =>
  `${application} has to commit it: nobody gets it before. It commits every ${syncpoint} messages; should it end before that, the message is backed out.`;

const behindRetried = (channel: string, to: string): string =>
  `Its turn on ${channel}, which tries again to put a message before it at ${to}.`;

/** The message that the receiver holds and tries again: the first that has arrived and stands nowhere. */
function retriedOver({ present, atUs }: Picture, from: string, channel: string): PictureMessage | undefined {
  let first: { readonly message: PictureMessage; readonly untilUs: number } | undefined;
  for (const message of messagesIn(present)) {
    const { place } = message;
    if (place.kind !== 'wire' || place.from !== from || place.channel !== channel || place.untilUs >= atUs) continue;
    if (first === undefined || place.untilUs < first.untilUs) first = { message, untilUs: place.untilUs };
  }
  return first?.message;
}

/** It has arrived, but the receiver could not put it, or one before it, and tries again. */
function atReceiver(
  plan: Plan,
  picture: Picture,
  id: number,
  { channel, from, to }: OnWire,
  aim: string | undefined,
): string {
  if (retriedOver(picture, from, channel)?.id !== id) return behindRetried(channel, to);
  const attributes = plan.queueManagers
    .find(({ name }) => name === to)
    ?.channels.find(({ name }) => name === channel)?.attributes;
  const pause = attributes?.MRTMR?.value ?? '1000';
  const times = attributes?.MRRTY?.value ?? '10';
  const places = plan.queueSharingGroups?.find(({ members }) => members.includes(to))?.members ?? [to];
  const structure = structureOf(plan, places, aim ?? '');
  const recover = structure === undefined ? '' : `, or RECOVER CFSTRUCT(${structure})`;
  return `${channel} tries again by itself to put it at ${to}, every ${pause} ms (MRTMR) and at most ${times} times (MRRTY): meanwhile make room on ${aim ?? 'its queue'}, or open it for puts${recover}.`;
}

function onTransmissionQueue(
  plan: Plan,
  picture: Picture,
  { queueManager: from, queue, channel: name }: OnQueue,
  how: 'in-doubt' | 'waiting',
): string {
  const channel = name === undefined ? undefined : picture.channels.get(channelKey(from, name));
  if (channel === undefined) return withoutPartner(plan, from, queue);
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
        ? `The channel tries again by itself; ${start} does it now${afterFailure(channel)}`
        : `${sentence(obstacle)}: then the channel's next retry takes it along, or ${start}.`;
    case 'INACTIVE':
      return `${start}, or the next message for ${to}, starts the channel.`;
    case 'RUNNING': {
      if (retriedOver(picture, from, channel.name) !== undefined) return behindRetried(channel.name, to);
      const open = `ALTER QLOCAL(${queue}) GET(ENABLED) at ${from}`;
      return {
        no: `Nothing to do: ${name} sends it when its turn comes.`,
        perhaps: `${name} sends it when its turn comes; ${open} if the transmission queue is closed for gets.`,
        yes: `${open}: the transmission queue is closed for gets, so that ${name} takes nothing from it.`,
      }[closedForGets(plan, [from], queue)];
    }
    default:
      return `Nothing to do: ${name} is ${state}, and takes it along when it runs.`;
  }
}

/** A receiver that was stopped may have been started since; of all else a person wants to know what it was. */
const afterFailure = ({ name, to, reason }: PictureChannel): string =>
  reason.includes(`stopped at ${to}`)
    ? `, and START CHANNEL(${name}) at ${to} if it is stopped there.`
    : `. It had failed: ${reason}.`;

/** A channel whose other end is in no file has left the run; without one the queue is never emptied. */
function withoutPartner(plan: Plan, from: string, queue: string): string {
  const channels = plan.queueManagers.find(({ name }) => name === from)?.channels ?? [];
  const senders = channels.filter(({ attributes }) => attributes.XMITQ?.value.trim() === queue);
  if (senders.length === 0)
    return `No channel empties ${queue}: define one at ${from} with XMITQ(${queue}), and start it.`;
  return `${senders.map(({ name }) => name).join(' and ')} would take it from ${queue}, to a queue manager outside of this run: no receiver of that name is defined here.`;
}

function obstacleBetween(picture: Picture, from: string, to: string): string | undefined {
  if (picture.queueManagers.get(to)?.state === 'down') return `start ${to} again`;
  return picture.brokenLinks.has([from, to].sort().join(' ')) ? `repair the link ${from} – ${to}` : undefined;
}

function onTarget(plan: Plan, picture: Picture, place: OnQueue): string {
  const { queueManager, queue } = place;
  const group = picture.queueManagers.get(queueManager)?.group;
  const places = group?.members ?? [queueManager];
  const isDown = (name: string) => picture.queueManagers.get(name)?.state === 'down';
  const structure = structureOf(plan, places, queue);
  if (structure !== undefined && group?.failedStructures.includes(structure))
    return `RECOVER CFSTRUCT(${structure}) at ${places.join(' or ')}: the structure that ${queue} is in has failed.`;
  if (group !== undefined && places.every(isDown))
    return `Start ${places.join(' or ')} again: no member of ${queueManager} is up.`;
  const readers = plan.applications.flatMap((each) => {
    const now = picture.applications.get(each.name);
    const at = now?.queueManager ?? each.queueManager;
    const reads = each.kind === 'consumer' && places.includes(at) && namesOf(plan, at, queue).has(each.queue);
    return reads ? [{ name: each.name, at, state: now?.state, isTriggered: each.triggered === true }] : [];
  });
  if (readers.length === 0) return `Start a consumer of ${queue} at ${places.join(' or ')}: nobody reads it there.`;
  const running = readers.find(({ state }) => state === 'running');
  if (running !== undefined) return itsTurn(plan, places, place, running.name);
  const triggered = readers.find(({ isTriggered, state }) => isTriggered && state === 'waiting');
  if (triggered !== undefined)
    return `A trigger: TRIGGER, INITQ and PROCESS of ${queue} have to start ${triggered.name}.`;
  const stranded = readers.find(({ at }) => isDown(at));
  if (stranded !== undefined) return `Start ${stranded.at} again: ${stranded.name} waits for it.`;
  return `Start ${readers.map(({ name }) => name).join(' or ')} again: nobody else reads ${queue} at ${queueManager}.`;
}

/** A reader runs: the message waits behind others, unless the queue is closed for gets. */
function itsTurn(plan: Plan, places: readonly string[], { queueManager, queue }: OnQueue, reader: string): string {
  return {
    no: `Its turn with ${reader}.`,
    perhaps: `Its turn with ${reader}; ALTER QLOCAL(${queue}) GET(ENABLED) if the queue is closed for gets.`,
    yes: `ALTER QLOCAL(${queue}) GET(ENABLED) at ${queueManager}: the queue is closed for gets, so that ${reader} gets nothing.`,
  }[closedForGets(plan, places, queue)];
}

/** As it is defined; a picture does not tell whether a command of the run has changed that by now. */
function closedForGets(plan: Plan, places: readonly string[], queue: string): 'no' | 'perhaps' | 'yes' {
  const isAltered = plan.events.some(
    ({ action }) =>
      action.do === 'mqsc' &&
      places.includes(action.queueManager) &&
      action.parsed.object?.value?.items[0]?.text === queue &&
      action.parsed.parameters.some(({ keyword }) => keyword === 'GET'),
  );
  if (isAltered) return 'perhaps';
  return definitionsOf(plan, places, queue).some(({ attributes }) => attributes.GET?.value === 'DISABLED')
    ? 'yes'
    : 'no';
}

const definitionsOf = (plan: Plan, places: readonly string[], queue: string) =>
  plan.queueManagers
    .filter(({ name }) => places.includes(name))
    .flatMap(({ queues }) => queues.filter(({ name }) => name === queue));

const structureOf = (plan: Plan, places: readonly string[], queue: string): string | undefined =>
  definitionsOf(plan, places, queue)
    .map(({ attributes }) => attributes.CFSTRUCT?.value.trim())
    .find((structure) => structure !== undefined && structure !== '');

/** The queue's own name and those of aliases that lead to it. */
function namesOf(plan: Plan, queueManager: string, queue: string): ReadonlySet<string> {
  const queues = plan.queueManagers.find(({ name }) => name === queueManager)?.queues ?? [];
  const aliases = queues.filter(({ type, attributes }) => type === 'QALIAS' && attributes.TARGET?.value === queue);
  return new Set([queue, ...aliases.map(({ name }) => name)]);
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
