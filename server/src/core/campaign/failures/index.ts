import type { Failure } from '../types.ts';
import { applicationFailures } from './application.ts';
import { channelFailures } from './channel.ts';
import { hostFailures } from './host.ts';
import { linkFailures } from './link.ts';
import type { ListFailures, Scene } from './list-failures.ts';
import { queueFailures } from './queue.ts';
import { queueManagerFailures } from './queue-manager.ts';
import { structureFailures } from './structure.ts';

/** What a campaign lets fail; the order of the list is the order of the rows. */
const kinds: readonly ListFailures[] = [
  queueManagerFailures,
  hostFailures,
  linkFailures,
  channelFailures,
  applicationFailures,
  queueFailures,
  structureFailures,
];

/** Every failure of every element. The same plan gives the same list. */
export const failuresOf = (scene: Scene): readonly Failure[] => kinds.flatMap((list) => list(scene));
