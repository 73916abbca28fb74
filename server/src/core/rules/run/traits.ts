import type { QueueManager } from '#core/model/model.ts';
import { perQueueManager } from '../parts/per-queue-manager.ts';

/** What checks may know of a queue manager beside its objects and its own attributes, in one text. */
export const traitsOf = (queueManager: QueueManager): string => traits(queueManager).text;

const traits = perQueueManager(({ name, platform, isPlatformKnown, version, sharingGroup }) => ({
  text: `${name} ${platform} ${isPlatformKnown} ${version} ${sharingGroup}`,
}));
