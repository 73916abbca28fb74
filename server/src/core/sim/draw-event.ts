import type { Draft, PictureQueue } from './first-picture.ts';
import { eraseMessage, messageIn, writeMessage } from './message-book.ts';
import {
  channelKey,
  type PictureApplication,
  type PictureChannel,
  type PictureMessage,
  type PictureQueueManager,
} from './picture-types.ts';
import type { TraceEvent } from './trace.ts';

/** Moves a picture on by one event. Entries are replaced, never changed, so a view can compare them by identity. */
export function drawEvent(draft: Draft, event: TraceEvent): void {
  draft.atUs = event.atUs;
  draft.index++;
  switch (event.kind) {
    case 'queue-manager':
      changeQueueManager(draft, event.queueManager, { state: event.state });
      break;
    case 'application':
      changeApplication(draft, event.application, () => ({ state: event.state, reason: event.reason }));
      break;
    case 'connection':
      changeApplication(draft, event.application, () => ({ queueManager: event.queueManager }));
      break;
    case 'transaction':
      drawTransaction(draft, event);
      break;
    case 'structure':
      drawStructure(draft, event);
      break;
    case 'takeover':
      changeQueueManager(draft, event.queueManager, { host: event.host });
      break;
    case 'link': {
      const pair = [event.from, event.to].sort().join(' ');
      if (event.state === 'down') draft.brokenLinks.add(pair);
      else draft.brokenLinks.delete(pair);
      break;
    }
    case 'channel':
      changeChannel(draft, event.from, event.to, event.channel, () => ({ state: event.state, reason: event.reason }));
      break;
    case 'rejected':
      changeApplication(draft, event.application, ({ rejected }) => ({ rejected: rejected + 1 }));
      break;
    case 'put':
      // A copy is put by nobody.
      if (event.copyOf === undefined) changeApplication(draft, event.application, ({ put }) => ({ put: put + 1 }));
      break;
    case 'in-doubt':
      drawDoubt(draft, event);
      break;
    default:
      drawMessage(draft, event);
  }
}

type MessageEvent = Extract<TraceEvent, { message: number | undefined }>;

function drawMessage(draft: Draft, event: MessageEvent | TraceEvent): void {
  switch (event.kind) {
    case 'enqueue': {
      const channel = event.target?.channel;
      const { queueManager, queue, role } = event;
      move(draft, event.message, { kind: 'queue', queueManager, queue, role, channel });
      if (event.target !== undefined && channel !== undefined && channel !== '') {
        changeChannel(draft, queueManager, event.target.queueManager, channel, ({ waiting }) => ({
          waiting: waiting + 1,
        }));
      }
      changeQueue(draft, queueManager, queue, role, ({ arrived }) => ({ arrived: arrived + 1 }));
      break;
    }
    case 'send': {
      const { channel, from, to, untilUs } = event;
      move(draft, event.message, { kind: 'wire', channel, from, to, sinceUs: event.atUs, untilUs });
      changeChannel(draft, from, to, channel, ({ sent }) => ({ sent: sent + 1 }));
      break;
    }
    case 'return': {
      const { queueManager, queue } = event;
      const before = messageIn(draft.messages, event.message)?.place;
      if (before?.kind === 'queue') {
        changeQueue(draft, before.queueManager, before.queue, before.role, ({ arrived }) => ({ arrived: arrived - 1 }));
      }
      const { channel, to } = event;
      move(draft, event.message, { kind: 'queue', queueManager, queue, role: 'transmission', channel });
      changeChannel(draft, queueManager, to, channel, ({ sent, waiting }) => ({
        sent: sent - 1,
        waiting: waiting + 1,
      }));
      break;
    }
    case 'get': {
      const { application, queueManager, untilUs } = event;
      move(draft, event.message, { kind: 'application', application, queueManager, untilUs });
      break;
    }
    case 'backout': {
      const { queueManager, queue } = event;
      const role = draft.queueManagers.get(queueManager)?.queues.get(queue)?.role ?? 'target';
      move(draft, event.message, { kind: 'queue', queueManager, queue, role, channel: undefined });
      break;
    }
    case 'consumed':
      move(draft, event.message, { kind: 'done', how: 'consumed' });
      changeApplication(draft, event.application, ({ consumed }) => ({ consumed: consumed + 1 }));
      break;
    case 'gone':
      move(draft, event.message, { kind: 'done', how: event.how });
      break;
  }
}

/** Takes the message from where it was and puts it there. */
function move(draft: Draft, id: number, place: PictureMessage['place']): void {
  const before = messageIn(draft.messages, id);
  if (before?.place.kind === 'queue') {
    const { queueManager, queue, role, channel } = before.place;
    changeQueue(draft, queueManager, queue, role, ({ depth }) => ({ depth: depth - 1 }));
    const waitsFor = channel === undefined ? undefined : draft.channels.get(channelKey(queueManager, channel));
    if (waitsFor !== undefined) {
      changeChannel(draft, queueManager, waitsFor.to, waitsFor.name, ({ waiting }) => ({ waiting: waiting - 1 }));
    }
  }
  if (place.kind === 'queue') {
    changeQueue(draft, place.queueManager, place.queue, place.role, ({ depth }) => ({ depth: depth + 1 }));
  }
  keep(draft, { id, place, inDoubt: before?.inDoubt ?? false });
}

function drawTransaction(draft: Draft, { message, state }: Extract<TraceEvent, { kind: 'transaction' }>): void {
  const known = messageIn(draft.messages, message);
  if (known !== undefined) keep(draft, { ...known, inDoubt: state === 'in-doubt' });
}

function drawStructure(
  draft: Draft,
  { queueSharingGroup, structure, state }: Extract<TraceEvent, { kind: 'structure' }>,
): void {
  const group = draft.queueManagers.get(queueSharingGroup)?.group;
  if (group === undefined) return;
  const others = group.failedStructures.filter((each) => each !== structure);
  const failedStructures = state === 'failed' ? [...others, structure] : others;
  changeQueueManager(draft, queueSharingGroup, { group: { ...group, failedStructures } });
}

function drawDoubt(draft: Draft, event: Extract<TraceEvent, { kind: 'in-doubt' }>): void {
  const { channel, from, to, isInDoubt, messages } = event;
  changeChannel(draft, from, to, channel, () => ({ inDoubt: isInDoubt ? messages.length : 0 }));
  for (const id of messages) {
    const message = messageIn(draft.messages, id);
    if (message !== undefined) keep(draft, { ...message, inDoubt: isInDoubt });
  }
}

function changeQueueManager(draft: Draft, name: string, change: Partial<PictureQueueManager>): void {
  const known = draft.queueManagers.get(name);
  if (known !== undefined) draft.queueManagers.set(name, { ...known, ...change, queues: known.queues });
}

function changeQueue(
  draft: Draft,
  queueManager: string,
  queue: string,
  role: PictureQueue['role'],
  change: (known: PictureQueue) => Partial<PictureQueue>,
): void {
  const owner = draft.queueManagers.get(queueManager);
  if (owner === undefined) return;
  const known = owner.queues.get(queue) ?? { depth: 0, arrived: 0, role };
  owner.queues.set(queue, { ...known, ...change(known) });
}

function changeApplication(
  draft: Draft,
  name: string,
  change: (known: PictureApplication) => Partial<PictureApplication>,
): void {
  const known = draft.applications.get(name);
  if (known !== undefined) draft.applications.set(name, { ...known, ...change(known) });
}

function changeChannel(
  draft: Draft,
  from: string,
  to: string,
  name: string,
  change: (known: PictureChannel) => Partial<PictureChannel>,
): void {
  const key = channelKey(from, name);
  const known: PictureChannel = draft.channels.get(key) ?? {
    name,
    from,
    to,
    state: 'INACTIVE',
    reason: '',
    sent: 0,
    waiting: 0,
    inDoubt: 0,
  };
  draft.channels.set(key, { ...known, ...change(known) });
}

function keep(draft: Draft, message: PictureMessage): void {
  writeMessage(draft.messages, message);
  if (message.place.kind === 'done') eraseMessage(draft.present, message.id);
  else writeMessage(draft.present, message);
}
