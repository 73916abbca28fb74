import { effectiveText } from '#core/model/effective.ts';
import type { NameSpace } from '#core/model/model.ts';
import type { Clone } from '../rule.ts';

/** An object that a clustered queue names and that is looked for beside it, on the same queue manager. */
export interface CloneNeed {
  /** The attribute that names it. */
  readonly keyword: string;
  readonly space: NameSpace;
  readonly what: string;
  readonly consequence: string;
  /** The instance needs it only where this holds. */
  readonly when?: (instance: Clone) => boolean;
}

const triggers = ({ object }: Clone): boolean => effectiveText(object, 'TRIGGER') === 'TRIGGER';

export const cloneNeeds: readonly CloneNeed[] = [
  {
    keyword: 'BOQNAME',
    space: 'queue',
    what: 'backout queue',
    consequence: 'a poison message there goes to the dead-letter queue, or blocks its consumer',
  },
  { keyword: 'PROCESS', space: 'process', what: 'process', consequence: 'no program is started there', when: triggers },
  {
    keyword: 'INITQ',
    space: 'queue',
    what: 'initiation queue',
    consequence: 'no program is started there',
    when: triggers,
  },
  {
    keyword: 'STREAMQ',
    space: 'queue',
    what: 'stream queue',
    consequence: 'messages are not copied there, or, with STRMQOS(MUSTDUP), not accepted',
  },
  {
    keyword: 'TARGET',
    space: 'queue',
    what: 'target',
    consequence: 'messages that the cluster sends there are undeliverable (2082, MQRC_UNKNOWN_ALIAS_BASE_Q)',
    when: ({ object }) => object.type === 'QALIAS' && effectiveText(object, 'TARGTYPE') !== 'TOPIC',
  },
];
