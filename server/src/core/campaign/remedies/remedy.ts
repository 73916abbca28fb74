import type { Plan, PlanAttributes, PlanObject, PlanQueueManager } from '#core/scenario/plan.ts';
import type { Change, HarmName } from '../types.ts';

/** A change of definitions that may prevent a harm. Whether it does is tried, not believed. */
export interface Remedy {
  readonly advice: string;
  /** The rule whose page says more, for these edits. */
  readonly ruleOf: (edits: readonly Edit[], plan: Plan) => string | undefined;
  readonly harms: readonly HarmName[];
  /** The edits of this plan; none when it is that way already. */
  readonly editsOf: (plan: Plan) => readonly Edit[];
  /** `each`: what one instance of a queue gets all others get. `fewest`: only where it is needed. */
  readonly where: 'each' | 'fewest';
}

/** One attribute of one object gets a value. */
export interface Edit {
  readonly queueManager: string;
  /** Undefined: the queue manager itself. */
  readonly object: PlanObject | undefined;
  readonly keyword: string;
  readonly to: string;
  /** What MQ takes where the definition says nothing. */
  readonly otherwise: string;
}

export const always = (rule: string | undefined) => (): string | undefined => rule;

/** One rule where only some instances of a queue are edited, another where they all were alike. */
export const whereClonesDiffer =
  (rule: string, otherwise: string | undefined) =>
  (edits: readonly Edit[], plan: Plan): string | undefined => {
    const edited = new Set(edits.map(({ object }) => object));
    const names = new Set(edits.map(({ object }) => object?.name));
    const isLeft = plan.queueManagers.some(({ queues }) =>
      queues.some((queue) => names.has(queue.name) && queue.clusters.length > 0 && !edited.has(queue)),
    );
    return isLeft ? rule : otherwise;
  };

/** Queues of a plan whose attribute is to be otherwise. */
export const editQueues = (
  plan: Plan,
  keyword: string,
  to: string,
  otherwise: string,
  isMeant: (queue: PlanObject, owner: PlanQueueManager) => boolean,
): readonly Edit[] =>
  plan.queueManagers.flatMap((owner) =>
    owner.queues
      .filter((queue) => isMeant(queue, owner) && textOf(queue.attributes, keyword, otherwise) !== to)
      .map((object) => ({ queueManager: owner.name, object, keyword, to, otherwise })),
  );

/** Channels that a queue manager receives from, where these attributes count. */
export const editReceivers = (plan: Plan, keyword: string, to: string, otherwise: string): readonly Edit[] =>
  plan.queueManagers.flatMap((owner) =>
    owner.channels
      .filter(({ type, attributes }) => isWhereItCounts(type) && textOf(attributes, keyword, otherwise) !== to)
      .map((object) => ({ queueManager: owner.name, object, keyword, to, otherwise })),
  );

const isWhereItCounts = (type: string): boolean => ['CLUSRCVR', 'SDR', 'RCVR', 'SVR', 'RQSTR'].includes(type);

/** Whether a program of the plan names this queue. */
export const isNamed = (plan: Plan, { name }: PlanObject): boolean =>
  plan.applications.some(({ queue }) => queue === name);

export const textOf = (attributes: PlanAttributes, keyword: string, otherwise: string): string => {
  const value = attributes[keyword]?.value.trim();
  return value === undefined || value === '' ? otherwise : value;
};

/** The plan with the edits in it. */
export function applyEdits(plan: Plan, edits: readonly Edit[]): Plan {
  const change = (attributes: PlanAttributes, own: readonly Edit[]): PlanAttributes => ({
    ...attributes,
    ...Object.fromEntries(own.map(({ keyword, to }) => [keyword, { value: to, at: attributes[keyword]?.at }])),
  });
  const changed = (object: PlanObject): PlanObject => {
    const own = edits.filter((edit) => edit.object === object);
    if (own.length === 0) return object;
    const cluster = own.find(({ keyword }) => keyword === 'CLUSTER')?.to;
    return {
      ...object,
      attributes: change(object.attributes, own),
      ...(cluster !== undefined && { clusters: cluster === '' ? [] : [cluster] }),
    };
  };
  return {
    ...plan,
    queueManagers: plan.queueManagers.map((each) => {
      const own = edits.filter((edit) => edit.queueManager === each.name && edit.object === undefined);
      const full = own.find(({ keyword }) => keyword === 'REPOS')?.to;
      return {
        ...each,
        attributes: change(each.attributes, own),
        clusterMemberships: each.clusterMemberships.map((membership) =>
          membership.cluster === full ? { ...membership, isFullRepository: true } : membership,
        ),
        queues: withDeadLetterQueue(each.queues.map(changed), own),
        channels: each.channels.map(changed),
      };
    }),
  };
}

/** A dead-letter queue that is named has to be there. */
function withDeadLetterQueue(queues: readonly PlanObject[], own: readonly Edit[]): readonly PlanObject[] {
  const name = own.find(({ keyword }) => keyword === 'DEADQ')?.to;
  if (name === undefined || queues.some((queue) => queue.name === name)) return queues;
  return [...queues, { name, type: 'QLOCAL', clusters: [], attributes: {}, definedAt: undefined }];
}

export function changeOf(plan: Plan, { queueManager, object, keyword, to, otherwise }: Edit): Change {
  const owner = plan.queueManagers.find(({ name }) => name === queueManager);
  const attributes = object?.attributes ?? owner?.attributes ?? {};
  return {
    queueManager,
    object: object === undefined ? 'QMGR' : `${isChannel(object) ? 'CHANNEL' : object.type}(${object.name})`,
    attribute: keyword,
    from: textOf(attributes, keyword, otherwise),
    to,
    at: attributes[keyword]?.at ?? object?.definedAt,
  };
}

const isChannel = ({ type }: PlanObject): boolean => !type.startsWith('Q') || type === 'RQSTR';
