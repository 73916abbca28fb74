import { writtenText } from '#core/model/make-object.ts';
import { followAliases } from '#core/model/queries.ts';
import type { Ask, Clone, Clones, Declared, UnitContext } from '../rule.ts';
import { hostNamed } from './host.ts';

/** How the declared consumers are spread over the instances of a queue. */
export interface ConsumerSpread {
  readonly read: readonly Clone[];
  /** Nobody is declared to read these. */
  readonly unread: readonly Clone[];
}

/** Undefined when no consumer of the queue is declared at all: then nothing is known about any of its readers. */
export const consumersOf = (group: Clones, { declared, ask }: UnitContext): ConsumerSpread | undefined => {
  const { consumers } = declared;
  if (consumers.length === 0) return undefined;
  const isRead = ({ queueManager, object }: Clone): boolean =>
    consumers.some(
      (consumer) =>
        isSameName(consumer.queueManager, queueManager.name) &&
        (consumer.queue === object.name || askFollowed(queueManager.name, consumer.queue, ask).includes(object.name)),
    );
  const local = group.instances.filter(({ object }) => object.type === 'QLOCAL');
  const read = local.filter(isRead);
  return read.length === 0 ? undefined : { read, unread: local.filter((one) => !read.includes(one)) };
};

/** The names of the queues that a name stands for there, one after the other. */
const askFollowed = (host: string, queue: string, ask: Ask): readonly string[] =>
  ask((estate) => {
    const queueManager = hostNamed(host, estate);
    return queueManager ? followAliases(queueManager, queue).path.map(({ name }) => name) : [];
  });

/** Whether any consumer is declared on the queue manager of the instance. */
export const hasConsumers = ({ queueManager }: Clone, { consumers }: Declared): boolean =>
  consumers.some((consumer) => isSameName(consumer.queueManager, queueManager.name));

/** Where the instance is: a shared queue of a queue-sharing group can be read from any of its members. */
export const isShared = ({ object }: Clone): boolean => writtenText(object, 'QSGDISP')?.value === 'SHARED';

const isSameName = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();
