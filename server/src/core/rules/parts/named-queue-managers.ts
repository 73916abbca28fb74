import type { QueueManager } from '#core/model/model.ts';
import type { Ask } from '../rule.ts';

/** Those of the files that have one of these names, in any case, by the upper-case name. One question for all of them. */
export const namedQueueManagers = (names: Iterable<string>, ask: Ask): ReadonlyMap<string, QueueManager> => {
  const keys = [...new Set(Array.from(names, (name) => name.toUpperCase()))];
  const found = ask(({ queueManagers }) => keys.map((key) => queueManagers.get(key)));
  return new Map(keys.flatMap((key, index) => (found[index] ? [[key, found[index]]] : [])));
};
