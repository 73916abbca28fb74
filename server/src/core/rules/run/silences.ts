import { contentOf } from '#core/model/make-object.ts';
import type { CloneGroup } from '#core/model/model.ts';
import { perQueueManager } from '../parts/per-queue-manager.ts';
import type { RawFinding } from './raw-finding.ts';
import { traitsOf } from './traits.ts';

/**
 * The queues of clusters of which nothing was found, by what their instances are made of: nothing is found when only their places in the text
 * are others. The types of checks see to it that they can know no more of the queue managers without asking.
 */
export interface Silences<R> {
  /** What was said of the queue when it was made of the same; undefined when something was found, or nobody looked. */
  find(unit: object, scope: string): R | undefined;
  note(unit: object, scope: string, result: R): void;
}

export function newSilences<R extends { readonly found: readonly RawFinding[] }>(): Silences<R> {
  const known = new Map<string, { readonly made: Made; readonly result: R }>();
  return {
    find(unit, scope) {
      const silence = isGroup(unit) ? known.get(keyOf(unit, scope)) : undefined;
      return silence && isGroup(unit) && isMadeOf(unit, silence.made) ? silence.result : undefined;
    },
    note(unit, scope, result) {
      if (!isGroup(unit)) return;
      const key = keyOf(unit, scope);
      if (result.found.length === 0) known.set(key, { made: madeOf(unit), result });
      else known.delete(key);
    },
  };
}

const isGroup = (unit: object): unit is CloneGroup => 'instances' in unit;

const keyOf = ({ cluster, queue }: CloneGroup, scope: string): string => `${scope} ${cluster} ${queue}`;

/** Of each instance in turn: what its object is made of, its queue manager's own attributes, and what else tells that apart. */
type Made = readonly (object | string)[];

const madeOf = ({ instances }: CloneGroup): Made =>
  instances.flatMap(({ object, queueManager }) => [
    contentOf(object),
    attributesOf(queueManager),
    traitsOf(queueManager),
  ]);

const isMadeOf = ({ instances }: CloneGroup, made: Made): boolean =>
  made.length === 3 * instances.length &&
  instances.every(
    ({ object, queueManager }, index) =>
      made[3 * index] === contentOf(object) &&
      made[3 * index + 1] === attributesOf(queueManager) &&
      made[3 * index + 2] === traitsOf(queueManager),
  );

const attributesOf = perQueueManager(({ attributes }) => contentOf(attributes));
