import type { Estate, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { hasOpenMembership } from '#core/model/queries.ts';

/**
 * Whether the files of a queue manager look like all there is of it, so that what they lack is missing: the estate file
 * lists them, or they are a dump of everything, or they set its own attributes and define queues and a way to reach it.
 * Never when a name is filled in later or a command changes what no file defines: then there is more than the files show.
 */
export const looksWhole = (queueManager: QueueManager, estate: Estate): boolean => {
  const known = kept.get(queueManager);
  if (known !== undefined) return known;
  const found = !leavesOpen(queueManager) && (isListed(queueManager, estate) || isComplete(queueManager));
  kept.set(queueManager, found);
  return found;
};

/** Whether the estate file or the header of a dump tells what belongs to the queue manager. */
export const isListed = (queueManager: QueueManager, estate: Estate): boolean =>
  queueManager.reason.startsWith('mqsc.yaml') || isFullDump(queueManager, estate);

/** A dump of everything starts with the queue manager's own attributes; one of queues or records alone has none. */
const isFullDump = (queueManager: QueueManager, estate: Estate): boolean =>
  setsOwnAttributes(queueManager) &&
  queueManager.sources.every(
    (source) => estate.documents.get(source)?.slices.every(({ dump }) => dump !== undefined) ?? false,
  );

const setsOwnAttributes = ({ steps }: QueueManager): boolean =>
  steps.some(({ ref }) => ref.command.body.verbName === 'ALTER' && ref.command.body.objectName === 'QMGR');

const kept = new WeakMap<QueueManager, boolean>();

const spaces: readonly NameSpace[] = ['queue', 'channel', 'namelist', 'process', 'topic', 'listener'];

const leavesOpen = (queueManager: QueueManager): boolean =>
  hasOpenMembership(queueManager) ||
  spaces.some((space) =>
    [...queueManager.objects.all(space)].some((one) => one.nameIsOpen || (!one.isSystem && isMadeElsewhere(one))),
  );

/** A command changes it, and none makes it; a DEFINE whose LIKE is unknown makes it. */
const isMadeElsewhere = ({ isDefined, definedBy }: MqObject): boolean =>
  !isDefined && definedBy.command.body.verbName !== 'DEFINE';

const isComplete = (queueManager: QueueManager): boolean =>
  setsOwnAttributes(queueManager) &&
  hasOwn(queueManager.objects.all('queue')) &&
  (hasOwn(queueManager.objects.all('channel')) || hasOwn(queueManager.objects.all('listener')));

const hasOwn = (found: Iterable<MqObject>): boolean => [...found].some(({ isSystem }) => !isSystem);
