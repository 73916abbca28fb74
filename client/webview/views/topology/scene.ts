import type { PlanQueueManager } from '#core/scenario/plan.ts';
import type { Picture } from '#core/sim/picture-types.ts';
import type { Trace } from '#core/sim/trace.ts';
import { isInstanceOf } from '../../instances.ts';
import { type Curve, curveBetween, type Port } from './curves.ts';
import { type Layout, type Placed, placeBoxes } from './layout.ts';

/** What of a run stands still: cards and arrows with their places. Made once per trace, so that nothing jumps in a play. */
export interface Scene {
  readonly layout: Layout;
  readonly cards: readonly Card[];
  readonly channels: readonly SceneChannel[];
  /** Cards show less, for many queue managers. */
  readonly isCompact: boolean;
}

export interface Card {
  readonly queueManager: string;
  /** Of a queue-sharing group, which is a card of its own; empty for a queue manager. */
  readonly members: readonly string[];
  readonly isFullRepository: boolean;
  readonly clusters: readonly string[];
  /** Rows of the card; the others are counted, or left out of a compact one. */
  readonly queues: readonly string[];
  readonly hiddenQueues: readonly string[];
  readonly producers: readonly string[];
  readonly consumers: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SceneChannel {
  readonly key: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly curve: Curve;
}

/** `last` is the picture at the end of the run: it knows every queue and channel that the run will use. */
export function sceneOf(trace: Trace, last: Picture, aspect: number): Scene {
  const { plan } = trace;
  const isCompact = plan.queueManagers.length > FEW;
  const places = placesOf(trace);
  const contents: readonly Content[] = [...plan.queueManagers.map(contentOf), ...groupContents(last)];
  function contentOf(one: PlanQueueManager): Content {
    const names = queueNames(last, one);
    const shown = names.filter((name) => isTelling(last, one, name)).slice(0, isCompact ? 2 : 5);
    const own = plan.applications.filter(({ name }) => places.get(name)?.has(one.name));
    return {
      queueManager: one.name,
      members: [],
      isFullRepository: one.clusterMemberships.some((membership) => membership.isFullRepository),
      clusters: one.clusterMemberships.map((membership) => membership.cluster),
      queues: shown,
      hiddenQueues: isCompact ? [] : names.filter((name) => !shown.includes(name)),
      producers: own.filter((application) => application.kind === 'producer').map((application) => application.name),
      consumers: own.filter((application) => application.kind === 'consumer').map((application) => application.name),
    };
  }
  const width = isCompact ? 156 : widthFor(contents);
  const layout = placeBoxes(
    contents.map((content) => ({
      id: content.queueManager,
      width,
      height: heightOf(content),
      head: content.producers.length * (CHIP_HEIGHT + CHIP_GAP),
      isHub: content.isFullRepository,
    })),
    aspect,
  );
  const cards = contents.flatMap((content, i) => {
    const box = layout.boxes[i];
    return box === undefined ? [] : [{ ...content, x: box.x, y: box.y, width: box.width, height: box.height }];
  });
  return { layout, cards, channels: channelsOf(last, cards), isCompact };
}

type Content = Omit<Card, 'x' | 'y' | 'width' | 'height'>;

/** Every queue manager that an instance of each application is connected to at some time. */
function placesOf({ plan, events }: Trace): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map(plan.applications.map(({ name, queueManager }) => [name, new Set([queueManager])]));
  for (const event of events)
    if (event.kind === 'connection') {
      const application = plan.applications.find(({ name }) => isInstanceOf(event.application, name));
      if (application !== undefined) places.get(application.name)?.add(event.queueManager);
    }
  return places;
}

const groupContents = (last: Picture): readonly Content[] =>
  [...last.queueManagers.values()].flatMap(({ name, group, queues }) =>
    group === undefined
      ? []
      : [
          {
            queueManager: name,
            members: group.members,
            isFullRepository: false,
            clusters: [],
            queues: [...queues].filter(([, { role }]) => role !== 'transmission').map(([queue]) => queue),
            hiddenQueues: [],
            producers: [],
            consumers: [],
          },
        ],
  );

const FEW = 12;

/** Whether cards are so many, and seen from so far away, that only their names can be read; `scale` is pixels for one of the drawing. */
export const isSeenSmall = ({ cards }: Scene, scale: number): boolean => cards.length > MANY && scale < LEGIBLE;

const [MANY, LEGIBLE] = [100, 0.5];
const TRANSMISSION = 'SYSTEM.CLUSTER.TRANSMIT';
/** Pixels, as the style sheet has them. */
const TITLE_HEIGHT = 49;
const ROW_HEIGHT = 26;
const MORE_HEIGHT = 20;
const CHIP_HEIGHT = 24;
const CHIP_GAP = 6;
const CHIP_INSET = 10;
const [NARROWEST, WIDEST, LETTER_WIDTH, ROOM_BESIDE_NAME] = [204, 280, 7, 104];

/** The queues that saw messages before those that did not; MQ's own queues only when they saw some. Shared ones are on their group's card. */
function queueNames(last: Picture, { name: queueManager }: PlanQueueManager): readonly string[] {
  const seen = last.queueManagers.get(queueManager)?.queues;
  const arrived = (name: string): number => seen?.get(name)?.arrived ?? 0;
  return [...(seen?.keys() ?? [])]
    .filter((name) => (seen?.get(name)?.role ?? 'target') !== 'transmission' && !name.startsWith(TRANSMISSION))
    .filter((name) => !name.startsWith('SYSTEM.') || arrived(name) > 0)
    .sort((one, other) => Math.sign(arrived(other)) - Math.sign(arrived(one)) || (one < other ? -1 : 1));
}

/** Whether a queue has a row of its own: it sees messages, or the cluster knows it. */
function isTelling(last: Picture, { name: queueManager, queues }: PlanQueueManager, name: string): boolean {
  const arrived = last.queueManagers.get(queueManager)?.queues.get(name)?.arrived ?? 0;
  return arrived > 0 || queues.some((queue) => queue.name === name && queue.clusters.length > 0);
}

/** All cards are as wide as the longest name wants, within reason. */
function widthFor(contents: readonly Pick<Card, 'queues' | 'producers' | 'consumers'>[]): number {
  const names = contents.flatMap((one) => [...one.queues, ...one.producers, ...one.consumers]);
  const longest = Math.max(0, ...names.map((name) => name.length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest * LETTER_WIDTH + ROOM_BESIDE_NAME));
}

function heightOf(content: Pick<Card, 'queues' | 'hiddenQueues' | 'members' | 'producers' | 'consumers'>): number {
  const rows = content.queues.length * ROW_HEIGHT;
  const more = content.hiddenQueues.length + content.members.length > 0 ? MORE_HEIGHT : 0;
  const chips = (content.producers.length + content.consumers.length) * (CHIP_HEIGHT + CHIP_GAP);
  return TITLE_HEIGHT + rows + more + chips;
}

function channelsOf(last: Picture, cards: readonly Card[]): readonly SceneChannel[] {
  const places = new Map(cards.map((card) => [card.queueManager, portOf(card)]));
  const lanes = new Map<string, number>();
  const channels: SceneChannel[] = [];
  for (const [key, { name, from, to }] of last.channels) {
    const [start, end] = [places.get(from), places.get(to)];
    if (start === undefined || end === undefined || start === end) continue;
    const pair = `${from} ${to}`;
    const lane = lanes.get(pair) ?? 0;
    lanes.set(pair, lane + 1);
    channels.push({ key, name, from, to, curve: curveBetween(start, end, lane) });
  }
  return channels;
}

/** The card proper, with the applications' chips above and below it. */
function portOf({ queueManager: id, producers, consumers, x, y, width, height }: Card): Port {
  const above = producers.length * (CHIP_HEIGHT + CHIP_GAP);
  const below = consumers.length * (CHIP_HEIGHT + CHIP_GAP);
  const [top, bottom] = [y - height / 2, y + height / 2];
  const strip = (middle: number, high: number): Placed => ({
    id,
    x,
    y: middle,
    width: width - 2 * CHIP_INSET,
    height: high,
  });
  return {
    ...{ id, x, width, y: (top + above + bottom - below) / 2, height: height - above - below },
    attached: [
      ...(above > 0 ? [strip(top + above / 2, above)] : []),
      ...(below > 0 ? [strip(bottom - below / 2, below)] : []),
    ],
  };
}
