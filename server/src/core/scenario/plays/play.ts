import { effectiveText } from '#core/model/effective.ts';
import type { CloneGroup, Estate, Instance } from '#core/model/model.ts';
import type { Plan, PlanConsumer, PlanNetwork, PlanProducer } from '../plan.ts';
import { makeProducer } from '../plan-parts.ts';

/** What a play has to work with: the clones that a finding is about, and who puts and reads. */
export interface Scene {
  readonly estate: Estate;
  readonly group: CloneGroup;
  /** All queue managers that the finding names; more than the group's where one is outside the cluster. */
  readonly queueManagers: readonly string[];
  /** The attribute that the finding stands on, if any. */
  readonly attribute: string;
  /** Where the messages are put. */
  readonly from: string;
  readonly readers: readonly PlanConsumer[];
}

/** What happens in the scenario of a finding. Its name says what to watch; its expectations fail as long as the harm is there. */
export type Act = Pick<Plan, 'name' | 'applications'> &
  Partial<Pick<Plan, 'events' | 'expectations' | 'ordering' | 'untilUs'>> & {
    readonly network?: Partial<PlanNetwork>;
    /** A subscriber that the estate does not show. */
    readonly subscriber?: { readonly queueManager: string; readonly topic: string; readonly queue: string };
  };

/** The act that shows the harm, or why there is nothing to show. */
export type Play = (scene: Scene) => Act | string;

export const seconds = (count: number): number => count * 1_000_000;
export const milliseconds = (count: number): number => count * 1_000;

/** The first instance's queue manager: the one that plays let fail. */
export const firstHost = ({ group }: Scene): string => group.instances[0]?.queueManager.name ?? '';

export const valueAt = ({ object }: Instance, keyword: string): string => effectiveText(object, keyword);

/** The readers as they are, but each with these changes. */
export const readersWith = ({ readers }: Scene, change: Partial<PlanConsumer>): readonly PlanConsumer[] =>
  readers.map((reader) => ({ ...reader, ...change }));

/** `queues["QM2"]["Q3"].depth`, in the words of an expectation. */
export const queuePath = (queueManager: string, queue: string, field: string): string =>
  `queues["${queueManager}"]["${queue}"].${field}`;

/** Twenty messages, each of which may go to any instance, unless the change says otherwise. */
export const sender = (scene: Scene, change: Partial<PlanProducer> = {}): PlanProducer =>
  makeProducer({
    name: 'sender',
    queueManager: scene.from,
    queue: scene.group.queue,
    bind: 'not-fixed',
    count: 20,
    ...change,
  });

/** A message whose attributes are the queue's to say. */
export const plainMessage: PlanProducer['message'] = makeProducer({ name: '', queueManager: '', queue: '' }).message;
