import type { AttributeFacts } from '#core/facts/facts.ts';
import { attributesOf, defaultOf, positiveKeyword } from '#core/facts/lookup.ts';
import { defaultValue, effective, effectiveText } from '#core/model/effective.ts';
import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { clustersOf, namesOf } from '#core/model/queries.ts';
import type { PlanAttributes, PlanObject, PlanQueueManager, PlanValue } from './plan.ts';

/** The part of an estate that a plan shows. */
export interface View {
  readonly hasQueueManager: (queueManager: QueueManager) => boolean;
  readonly hasQueue: (queueManager: QueueManager, queue: MqObject) => boolean;
}

/**
 * What a run needs of each queue manager of an estate (or of a view of it), with every value's place. SYSTEM objects are
 * left out, but for cluster transmission queues and for the queue that DEADQ names.
 */
export function planQueueManagers(estate: Estate, view: View = everything): readonly PlanQueueManager[] {
  return [...estate.queueManagers.values()]
    .filter(view.hasQueueManager)
    .map((queueManager) => planQueueManager(queueManager, estate, view));
}

const everything: View = { hasQueueManager: () => true, hasQueue: () => true };

function planQueueManager(queueManager: QueueManager, estate: Estate, view: View): PlanQueueManager {
  const attributes = attributesFor(queueManager.attributes, queueManager.platform);
  const deadLetterQueue = attributes.DEADQ?.value;
  const isInView = (queue: MqObject): boolean =>
    queue.name === deadLetterQueue ||
    isClusterTransmissionQueue(queue.name) ||
    (!queue.isSystem && view.hasQueue(queueManager, queue));
  return {
    name: queueManager.name,
    clusterMemberships: membershipsOf(queueManager, estate),
    attributes,
    queues: [...queueManager.objects.all('queue')]
      .filter((queue) => queue.type !== 'QMODEL' && isInView(queue))
      .map((queue) => planQueue(queue, queueManager)),
    channels: [...queueManager.objects.all('channel')]
      .filter((channel) => !channel.isSystem)
      .map((channel) => planObject(channel, queueManager)),
    ...topicsOf(queueManager),
    ...namelistsOf(queueManager),
    ...nonrecoverableOf(queueManager),
  };
}

function nonrecoverableOf({ objects }: QueueManager): Pick<PlanQueueManager, 'nonrecoverableStructures'> {
  const structures = [...objects.all('cfstruct')].filter(
    (structure) => structure.isDefined && effectiveText(structure, 'RECOVER') !== 'YES',
  );
  return structures.length === 0 ? {} : { nonrecoverableStructures: structures.map(({ name }) => name) };
}

function topicsOf(queueManager: QueueManager): Pick<PlanQueueManager, 'topics' | 'subscriptions'> {
  const objectsOf = (space: 'topic' | 'subscription') =>
    [...queueManager.objects.all(space)]
      .filter(({ isSystem }) => !isSystem)
      .map((object) => planObject(object, queueManager));
  const [topics, subscriptions] = [objectsOf('topic'), objectsOf('subscription')];
  return { ...(topics.length > 0 && { topics }), ...(subscriptions.length > 0 && { subscriptions }) };
}

function namelistsOf({ objects }: QueueManager): Pick<PlanQueueManager, 'namelists'> {
  const lists = [...objects.all('namelist')].filter(({ isSystem }) => !isSystem);
  if (lists.length === 0) return {};
  return { namelists: Object.fromEntries(lists.map((list) => [list.name, namesOf(list)])) };
}

function membershipsOf(queueManager: QueueManager, estate: Estate): PlanQueueManager['clusterMemberships'] {
  return [...estate.clusters.values()].flatMap((cluster) => {
    const member = cluster.members.find((each) => each.queueManager.name === queueManager.name);
    return member ? [{ cluster: cluster.name, isFullRepository: member.isFullRepository }] : [];
  });
}

/** The defaults of a cluster transmission queue are not those of a local queue: only what is written of it counts. */
function planQueue(queue: MqObject, queueManager: QueueManager): PlanObject {
  const made = planObject(queue, queueManager);
  if (!isClusterTransmissionQueue(queue.name)) return made;
  const written = Object.entries(made.attributes).filter(([, { at }]) => at !== undefined);
  return { ...made, attributes: Object.fromEntries(written) };
}

const isClusterTransmissionQueue = (name: string): boolean => name.startsWith('SYSTEM.CLUSTER.TRANSMIT.');

function planObject(object: MqObject, queueManager: QueueManager): PlanObject {
  return {
    name: object.name,
    type: object.channelType ?? object.type,
    clusters: clustersOf(object, queueManager),
    attributes: attributesFor(object, queueManager.platform),
    definedAt: object.nameAt,
  };
}

/** Every value that is not blank, and the blank ones where blank is not the default. */
function attributesFor(object: MqObject, platform: QueueManager['platform']): PlanAttributes {
  const { type, channelType } = object;
  const system = platform === 'zos' ? 'zos' : 'multi';
  const entries: [string, PlanValue][] = [];
  for (const { keyword, platforms, channelTypes } of settable(type)) {
    const isHere =
      (platforms?.includes(system) ?? true) && (!channelType || (channelTypes?.includes(channelType) ?? true));
    if (!isHere && !object.written.has(keyword)) continue;
    const found = effective(object, keyword) ?? defaultValue(object, keyword);
    if (!found || (found.value === '' && !defaultOf(type, keyword, { platform, channelType }))) continue;
    const at = found.origin.kind === 'default' ? undefined : found.origin.at;
    entries.push([keyword, { value: found.value, at }]);
  }
  return Object.fromEntries(entries);
}

/** Attributes that a definition can set, flags under their positive keyword. */
function settable(type: string): readonly AttributeFacts[] {
  const known = settableAttributes.get(type);
  if (known) return known;
  const made = attributesOf(type).filter(
    ({ kind, displayOnly, keyword }) =>
      kind === 'attribute' && !displayOnly && positiveKeyword(type, keyword) === keyword,
  );
  settableAttributes.set(type, made);
  return made;
}

const settableAttributes = new Map<string, readonly AttributeFacts[]>();
