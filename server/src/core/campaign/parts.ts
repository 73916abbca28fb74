import type { Plan } from '#core/scenario/plan.ts';
import type { TraceEvent } from '#core/sim/trace.ts';
import type { Element } from './types.ts';

/** A piece of the world whose shape decides what a failure meets. */
export type Part =
  | { readonly kind: 'queue-manager'; readonly name: string }
  | { readonly kind: 'application'; readonly name: string }
  | { readonly kind: 'channel'; readonly from: string; readonly to: string; readonly name: string }
  | { readonly kind: 'queue'; readonly queueManager: string; readonly name: string }
  /** How far the putting has come: part of what every failure meets. */
  | { readonly kind: 'putting' };

/** Follows a trace, event by event. */
export interface Parts {
  readonly all: readonly Part[];
  /** Takes an event in; which parts it touched. */
  take(event: TraceEvent): readonly number[];
  /**
   * The shape of a part as a short text: its state, and whether it holds none, one or more messages of each kind in each way.
   * More than two are as good as two.
   */
  shapeOf(part: number): string;
}

/** Where a message is: ready on a queue, waiting for a channel, on the wire, in a reader's hands. */
type Way = 'ready' | 'waiting' | 'wire' | 'hand';
const ways: readonly Way[] = ['ready', 'waiting', 'wire', 'hand'];

interface PartState {
  state: string;
  /** For each way: nonpersistent and persistent messages that are bound, and that are not. */
  readonly counts: Readonly<Record<Way, number[]>>;
  inDoubt: number;
  /** Of a distributed transaction. */
  transaction: string;
  put: number;
}

interface MessageState {
  readonly kind: number;
  part: number;
  way: Way;
}

export function followParts(plan: Plan): Parts {
  const all: Part[] = [];
  const states: PartState[] = [];
  const byKey = new Map<string, number>();
  const messages = new Map<number, MessageState>();
  const producers = new Map(
    plan.applications.flatMap((one) => (one.kind === 'producer' ? [[one.name, one] as const] : [])),
  );

  const names = new Set(plan.applications.map(({ name }) => name));

  const partAt = (key: string, make: () => Part): number => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, all.length);
    all.push(make());
    states.push({
      state: '',
      counts: { ready: [0, 0, 0, 0], waiting: [0, 0, 0, 0], wire: [0, 0, 0, 0], hand: [0, 0, 0, 0] },
      inDoubt: 0,
      transaction: '',
      put: 0,
    });
    return all.length - 1;
  };
  const putting = partAt('putting', () => ({ kind: 'putting' }));
  const queueManager = (name: string) => partAt(`m ${name}`, () => ({ kind: 'queue-manager', name }));
  /** One part for all instances of a program, which are told apart by a number. */
  const application = (instance: string) => {
    const name = names.has(instance) ? instance : instance.replace(/#\d+$/, '');
    return partAt(`a ${name}`, () => ({ kind: 'application', name }));
  };
  const queue = (owner: string, name: string) =>
    partAt(`q ${owner}\u0000${name}`, () => ({ kind: 'queue', queueManager: owner, name }));
  const channel = (from: string, to: string, name: string) =>
    partAt(`c ${from}\u0000${to}\u0000${name}`, () => ({ kind: 'channel', from, to, name }));

  const setState = (part: number, state: string): readonly number[] => {
    const known = states[part];
    if (known !== undefined) known.state = state;
    return [part];
  };
  const count = (part: number, { kind, way }: MessageState, by: 1 | -1): void => {
    const counts = states[part]?.counts[way];
    if (counts !== undefined) counts[kind] = (counts[kind] ?? 0) + by;
  };
  const move = (id: number, part: number, way: Way): readonly number[] => {
    const message = messages.get(id);
    if (message === undefined) return [];
    const before = message.part;
    if (before >= 0) count(before, message, -1);
    message.part = part;
    message.way = way;
    count(part, message, 1);
    return before >= 0 && before !== part ? [before, part] : [part];
  };
  const remove = (id: number): readonly number[] => {
    const message = messages.get(id);
    if (message === undefined || message.part < 0) return [];
    messages.delete(id);
    count(message.part, message, -1);
    return [message.part];
  };

  const take = (event: TraceEvent): readonly number[] => {
    switch (event.kind) {
      case 'queue-manager':
        return setState(queueManager(event.queueManager), event.state);
      case 'application':
        return setState(application(event.application), event.state);
      case 'transaction': {
        const part = application(event.application);
        const state = states[part];
        if (state !== undefined) state.transaction = event.state;
        return [part];
      }
      case 'channel':
        return setState(channel(event.from, event.to, event.channel), event.state);
      case 'put': {
        messages.set(event.message, {
          kind: (event.persistent ? 1 : 0) + (event.bound ? 2 : 0),
          part: -1,
          way: 'ready',
        });
        const part = application(event.application);
        for (const counted of [part, putting]) {
          const state = states[counted];
          if (state !== undefined) state.put++;
        }
        return [part, putting];
      }
      case 'enqueue': {
        const { target } = event;
        return target === undefined || target.channel === ''
          ? move(event.message, queue(event.queueManager, event.queue), 'ready')
          : move(event.message, channel(event.queueManager, target.queueManager, target.channel), 'waiting');
      }
      case 'send':
        return move(event.message, channel(event.from, event.to, event.channel), 'wire');
      case 'return':
        return move(event.message, channel(event.queueManager, event.to, event.channel), 'waiting');
      case 'in-doubt': {
        const part = channel(event.from, event.to, event.channel);
        const state = states[part];
        if (state !== undefined) state.inDoubt = event.isInDoubt ? event.messages.length : 0;
        return [part];
      }
      case 'get':
        return move(event.message, application(event.application), 'hand');
      case 'backout':
        return move(event.message, queue(event.queueManager, event.queue), 'ready');
      case 'consumed':
      case 'gone':
        return remove(event.message);
      default:
        return [];
    }
  };

  const total = [...producers.values()].reduce((sum, { count: each, instances }) => sum + each * instances, 0);
  const shapeOf = (index: number): string => {
    const part = all[index];
    const state = states[index];
    if (part === undefined || state === undefined) return '';
    if (part.kind === 'putting') return progress(state.put, total);
    const counts = ways.map((way) => state.counts[way].map(few).join('')).join(' ');
    const producer = part.kind === 'application' ? producers.get(part.name) : undefined;
    const inGroup = producer?.group === undefined ? 0 : few(state.put % producer.group.size);
    const put = producer === undefined ? '' : `${progress(state.put, producer.count * producer.instances)}${inGroup}`;
    return `${state.state} ${state.transaction} ${counts} ${few(state.inDoubt)} ${put}`;
  };
  return { all, take, shapeOf };
}

const few = (count: number): number => Math.min(2, count);
/** None put, the first, some, all. */
const progress = (put: number, of: number): string => (put >= of ? 'all' : String(few(put)));

/** Whether the shape of a part matters to what a failure of the element does. */
export function matters(plan: Plan, element: Element, part: Part): boolean {
  if (part.kind === 'putting') return true;
  switch (element.kind) {
    case 'queue-manager':
      return isAt(plan, element.queueManager, part);
    case 'host': {
      const host = plan.hosts.find(({ name }) => name === element.host);
      if (host === undefined) return false;
      return (
        host.queueManagers.some((name) => isAt(plan, name, part)) ||
        host.applications.some((application) => matters(plan, { kind: 'application', application }, part))
      );
    }
    case 'link': {
      const ends = [element.from, element.to];
      return part.kind === 'channel' && ends.includes(part.from) && ends.includes(part.to);
    }
    case 'channel':
      return part.kind === 'channel' && part.name === element.channel && part.from === element.from;
    case 'application': {
      if (part.kind === 'application') return part.name === element.application;
      const own = plan.applications.find(({ name }) => name === element.application);
      return (
        part.kind === 'queue' &&
        own?.kind === 'consumer' &&
        own.queue === part.name &&
        isHeldAt(plan, part.queueManager, own.queueManager)
      );
    }
    case 'queue': {
      if (part.kind === 'queue') return part.name === element.queue && part.queueManager === element.queueManager;
      if (part.kind === 'channel') return isHeldAt(plan, element.queueManager, part.to);
      const reader = plan.applications.find(({ name }) => name === part.name);
      return (
        part.kind === 'application' &&
        reader?.queue === element.queue &&
        isHeldAt(plan, element.queueManager, reader.queueManager)
      );
    }
    case 'structure': {
      if (part.kind === 'queue') return part.queueManager === element.queueSharingGroup;
      const application = plan.applications.find(({ name }) => part.kind === 'application' && name === part.name);
      return application !== undefined && isMember(plan, element.queueSharingGroup, application.queueManager);
    }
  }
}

const isMember = (plan: Plan, group: string, queueManager: string): boolean =>
  plan.queueSharingGroups?.some(({ name, members }) => name === group && members.includes(queueManager)) ?? false;

/** Whether a queue is there for this queue manager: its owner is the queue manager, or its group where it is shared. */
const isHeldAt = (plan: Plan, owner: string, queueManager: string): boolean =>
  owner === queueManager || isMember(plan, owner, queueManager);

function isAt(plan: Plan, queueManager: string, part: Part): boolean {
  switch (part.kind) {
    case 'queue-manager':
      return part.name === queueManager;
    case 'queue':
      return isHeldAt(plan, part.queueManager, queueManager);
    case 'channel':
      return part.from === queueManager || part.to === queueManager;
    case 'application':
      return plan.applications.some((one) => one.name === part.name && one.queueManager === queueManager);
    case 'putting':
      return true;
  }
}
