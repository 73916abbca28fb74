import type { OrderingNeed } from '#core/model/model.ts';
import type { Clone, Clones, Declared, Related } from '../rule.ts';
import { otherInstances, placeKey } from './places.ts';
import { uniqueBy } from './words.ts';

/** What applications are declared to need of this queue. */
export const needsOf = (
  { ordering }: Declared,
  { queue }: Clones,
  kinds: readonly OrderingNeed['need'][],
): readonly OrderingNeed[] => ordering.filter(({ need, queues }) => kinds.includes(need) && queues.includes(queue));

/** The instances that a need is reported on: the one whose definition it stands above, or all for one from `mqsc.yaml`. */
export const instancesWith = ({ instances }: Clones, need: OrderingNeed): readonly Clone[] => {
  const own = instances.filter(({ object }) => need.at.source === object.nameAt.source);
  const told = own.length === 0 ? instances : own;
  return uniqueBy(told, ({ object }) => placeKey(object.nameAt));
};

/** The links from a finding to the need and to the other instances. */
export const relatedToNeed = (need: OrderingNeed, group: Clones, here: Clone): readonly Related[] => [
  { at: need.at, message: `${need.need} is declared here` },
  ...otherInstances(group, here),
];

/** ` ("price updates overwrite each other")`, or nothing when no reason was given. */
export const because = ({ reason }: OrderingNeed): string => (reason.trim() === '' ? '' : ` ("${reason.trim()}")`);
