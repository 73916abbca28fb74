import type { Plan, PlanObject, PlanQueueManager } from '#core/scenario/plan.ts';
import { instanceName } from './clients.ts';
import { copyBook, emptyBook, type MessageDraft } from './message-book.ts';
import { channelKey, type PictureApplication, type PictureChannel, type PictureQueueManager } from './picture-types.ts';

export type PictureQueue = PictureQueueManager['queues'] extends ReadonlyMap<string, infer Queue> ? Queue : never;

/** A picture under construction. */
export interface Draft {
  atUs: number;
  index: number;
  readonly queueManagers: Map<string, DraftQueueManager>;
  readonly channels: Map<string, PictureChannel>;
  readonly applications: Map<string, PictureApplication>;
  readonly brokenLinks: Set<string>;
  readonly messages: MessageDraft;
  readonly present: MessageDraft;
}

export interface DraftQueueManager extends PictureQueueManager {
  readonly queues: Map<string, PictureQueue>;
}

/** What there is before anything has happened. Objects of the system show only once they are used. */
export function firstPicture(plan: Plan): Draft {
  const draft: Draft = {
    atUs: 0,
    index: 0,
    queueManagers: new Map(),
    channels: new Map(),
    applications: new Map(),
    brokenLinks: new Set(),
    messages: emptyBook(),
    present: emptyBook(),
  };
  for (const queueManager of plan.queueManagers) {
    draft.queueManagers.set(queueManager.name, {
      name: queueManager.name,
      state: 'running',
      group: undefined,
      host: hostOf(plan, queueManager),
      home: hostOf(plan, queueManager),
      hasStandby: plan.takeovers?.some((one) => one.queueManager === queueManager.name) ?? false,
      queues: definedQueues(queueManager, groupOf(plan, queueManager) === undefined ? 'all' : 'private'),
    });
    addDefinedChannels(draft, plan, queueManager);
  }
  for (const { name, members, structures } of plan.queueSharingGroups ?? []) {
    const present = plan.queueManagers.filter((each) => members.includes(each.name));
    const queues = present.flatMap((member) => [...definedQueues(member, 'shared')]);
    const named = present.flatMap((member) => member.queues.flatMap(structureOf));
    const group = { members, structures: [...new Set([...structures, ...named])], failedStructures: [] };
    draft.queueManagers.set(name, {
      name,
      state: 'running',
      group,
      host: undefined,
      home: undefined,
      hasStandby: false,
      queues: new Map(queues),
    });
  }
  for (const application of plan.applications)
    for (let instance = 1; instance <= Math.max(1, application.instances); instance++) {
      const name = instanceName({ plan: application, instance });
      const { name: program, queueManager } = application;
      draft.applications.set(name, {
        ...{ name, application: program, queueManager, state: 'waiting' },
        ...{ put: 0, consumed: 0, rejected: 0 },
      });
    }
  return draft;
}

/** A copy that later events do not touch. */
export const copyDraft = (draft: Draft): Draft => ({
  atUs: draft.atUs,
  index: draft.index,
  queueManagers: new Map([...draft.queueManagers].map(([name, qm]) => [name, { ...qm, queues: new Map(qm.queues) }])),
  channels: new Map(draft.channels),
  applications: new Map(draft.applications),
  brokenLinks: new Set(draft.brokenLinks),
  messages: copyBook(draft.messages),
  present: copyBook(draft.present),
});

const hostOf = ({ hosts }: Plan, { name }: PlanQueueManager): string | undefined =>
  hosts.find(({ queueManagers }) => queueManagers.includes(name))?.name;

const structureOf = ({ attributes }: PlanObject): readonly string[] =>
  attributes.QSGDISP?.value === 'SHARED' && attributes.CFSTRUCT !== undefined ? [attributes.CFSTRUCT.value.trim()] : [];

const groupOf = (plan: Plan, { name }: PlanQueueManager) =>
  plan.queueSharingGroups?.find(({ members }) => members.includes(name));

function definedQueues(
  { queues, attributes }: PlanQueueManager,
  which: 'all' | 'private' | 'shared',
): Map<string, PictureQueue> {
  const backouts = new Set(queues.map((queue) => queue.attributes.BOQNAME?.value.trim()));
  const defined = new Map<string, PictureQueue>();
  for (const { name, type, attributes: own } of queues) {
    if (type !== 'QLOCAL' || name.startsWith('SYSTEM.')) continue;
    if (which !== 'all' && (own.QSGDISP?.value === 'SHARED') !== (which === 'shared')) continue;
    const isDeadLetter = attributes.DEADQ?.value.trim() === name;
    const isTransmission = own.USAGE?.value === 'XMITQ';
    const role = isTransmission
      ? 'transmission'
      : isDeadLetter
        ? 'dead-letter'
        : backouts.has(name)
          ? 'backout'
          : 'target';
    defined.set(name, { depth: 0, arrived: 0, role });
  }
  return defined;
}

/** Channels that a file defines at their sending end; the cluster's automatic ones come with the first message. */
function addDefinedChannels(draft: Draft, plan: Plan, from: PlanQueueManager): void {
  const partnerType: Readonly<Record<string, string>> = { CLUSSDR: 'CLUSRCVR', SDR: 'RCVR', SVR: 'RCVR' };
  for (const { name, type } of from.channels) {
    const partner = partnerType[type];
    if (partner === undefined || name.startsWith('SYSTEM.')) continue;
    const to = plan.queueManagers.find(
      (qm) => qm !== from && qm.channels.some((c) => c.name === name && c.type === partner),
    );
    if (to === undefined) continue;
    const channel: PictureChannel = {
      name,
      from: from.name,
      to: to.name,
      state: 'INACTIVE',
      reason: '',
      sent: 0,
      waiting: 0,
      inDoubt: 0,
    };
    draft.channels.set(channelKey(from.name, name), channel);
  }
}
