import { queueManagerIn } from './queue-manager-row.ts';
import { depthOf, isDeleted, isThere, ownerOf, type QueueRow } from './queue-row.ts';
import { type QueueTerms, termsOf } from './queue-terms.ts';
import type { World } from './world.ts';

/** What a put has to say of its message. */
export interface Cargo {
  readonly size: number;
  readonly isPersistent: boolean;
}

/** MQ's reason why such a message cannot be put on this queue now: 0 when it can. */
export function refusalOf(world: World, queue: QueueRow, cargo: Cargo): number {
  const terms = termsOf(world, queue);
  const reason = ownRefusal(world, terms, queue, cargo);
  const { mustStream, streamQueue } = terms;
  if (reason !== 0 || !mustStream) return reason;
  // STRMQOS(MUSTDUP): not without the copy. A stream queue that is an alias or remote is not looked at.
  const stream = queueManagerIn(world, ownerOf(world, queue))?.locals.get(streamQueue);
  return stream === undefined ? 0 : ownRefusal(world, termsOf(world, stream.row), stream.row, cargo);
}

function ownRefusal(world: World, terms: QueueTerms, queue: QueueRow, { size, isPersistent }: Cargo): number {
  const { isPutEnabled, maxDepth, maxMessageLength, takesPersistent } = terms;
  if (!isThere(world, queue)) return isDeleted(world, queue) ? 2052 : 2373;
  if (!isPutEnabled) return 2051;
  if (depthOf(world, queue) >= maxDepth) return 2053;
  if (size > maxMessageLength) return 2030;
  if (isPersistent && !takesPersistent) return 2048;
  return 0;
}

/** What the reason codes that a run can meet are called. */
export const reasonNames: Readonly<Record<number, string>> = {
  2001: 'MQRC_ALIAS_BASE_Q_TYPE_ERROR',
  2009: 'MQRC_CONNECTION_BROKEN',
  2016: 'MQRC_GET_INHIBITED',
  2030: 'MQRC_MSG_TOO_BIG_FOR_Q',
  2031: 'MQRC_MSG_TOO_BIG_FOR_Q_MGR',
  2041: 'MQRC_OBJECT_CHANGED',
  2048: 'MQRC_PERSISTENT_NOT_ALLOWED',
  2051: 'MQRC_PUT_INHIBITED',
  2052: 'MQRC_Q_DELETED',
  2053: 'MQRC_Q_FULL',
  2058: 'MQRC_Q_MGR_NAME_ERROR',
  2059: 'MQRC_Q_MGR_NOT_AVAILABLE',
  2082: 'MQRC_UNKNOWN_ALIAS_BASE_Q',
  2085: 'MQRC_UNKNOWN_OBJECT_NAME',
  2087: 'MQRC_UNKNOWN_REMOTE_Q_MGR',
  2091: 'MQRC_XMIT_Q_TYPE_ERROR',
  2092: 'MQRC_XMIT_Q_USAGE_ERROR',
  2184: 'MQRC_REMOTE_Q_NAME_ERROR',
  2189: 'MQRC_CLUSTER_RESOLUTION_ERROR',
  2196: 'MQRC_UNKNOWN_XMIT_Q',
  2197: 'MQRC_UNKNOWN_DEF_XMIT_Q',
  2198: 'MQRC_DEF_XMIT_Q_TYPE_ERROR',
  2199: 'MQRC_DEF_XMIT_Q_USAGE_ERROR',
  2218: 'MQRC_MSG_TOO_BIG_FOR_CHANNEL',
  2268: 'MQRC_CLUSTER_PUT_INHIBITED',
  2270: 'MQRC_NO_DESTINATIONS_AVAILABLE',
  2343: 'MQRC_OBJECT_NOT_UNIQUE',
  2373: 'MQRC_CF_STRUC_FAILED',
};

export const reasonText = (reason: number): string => {
  const name = reasonNames[reason];
  return name === undefined ? String(reason) : `${reason} ${name}`;
};
