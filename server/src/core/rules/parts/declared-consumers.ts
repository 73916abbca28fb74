import { writtenText } from '#core/model/make-object.ts';
import type { CloneGroup, Instance } from '#core/model/model.ts';
import { followAliases } from '#core/model/queries.ts';
import type { Declared } from '../rule.ts';

/** How the declared consumers are spread over the instances of a queue. */
export interface ConsumerSpread {
  readonly read: readonly Instance[];
  /** Nobody is declared to read these. */
  readonly unread: readonly Instance[];
}

/** Undefined when no consumer of the queue is declared at all: then nothing is known about any of its readers. */
export const consumersOf = (group: CloneGroup, { consumers }: Declared): ConsumerSpread | undefined => {
  if (consumers.length === 0) return undefined;
  const isRead = ({ queueManager, object }: Instance): boolean =>
    consumers.some(
      (consumer) =>
        isSameName(consumer.queueManager, queueManager.name) &&
        (consumer.queue === object.name || followAliases(queueManager, consumer.queue).path.includes(object)),
    );
  const local = group.instances.filter(({ object }) => object.type === 'QLOCAL');
  const read = local.filter(isRead);
  return read.length === 0 ? undefined : { read, unread: local.filter((one) => !read.includes(one)) };
};

/** Whether any consumer is declared on the queue manager of the instance. */
export const hasConsumers = ({ queueManager }: Instance, { consumers }: Declared): boolean =>
  consumers.some((consumer) => isSameName(consumer.queueManager, queueManager.name));

/** Where the instance is: a shared queue of a queue-sharing group can be read from any of its members. */
export const isShared = ({ object }: Instance): boolean => writtenText(object, 'QSGDISP')?.value === 'SHARED';

const isSameName = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();
