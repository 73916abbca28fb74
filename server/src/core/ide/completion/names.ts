import { effectiveText } from '#core/model/effective.ts';
import type { Estate, MqObject, QueueManager } from '#core/model/model.ts';
import { nameSpaceOf } from '#core/model/name-spaces.ts';
import { quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import type { CompletionItem } from '../answers.ts';

/** Names that the estate knows for what a value may refer to; `SYSTEM.` objects last. */
export function namesFor(
  references: readonly { readonly object: string; readonly constraint?: string }[],
  estate: Estate,
): readonly CompletionItem[] {
  const found = new Map<string, string[]>();
  const add = (name: string, owner: string) => found.set(name, [...(found.get(name) ?? []), owner]);
  for (const { object, constraint } of references) {
    if (object === 'CLUSTER') for (const cluster of estate.clusters.values()) add(cluster.name, 'cluster');
    else if (object === 'QMGR') for (const qm of estate.queueManagers.values()) add(qm.name, 'queue manager');
    else
      for (const qm of estate.queueManagers.values())
        for (const mqObject of ofType(qm, object)) if (satisfies(mqObject, constraint)) add(mqObject.name, qm.name);
  }
  return [...found].map(([name, owners]) => ({
    label: name,
    kind: 'name',
    detail: [...new Set(owners)].join(', '),
    documentation: undefined,
    insert: quoteIfNeeded(name),
    isSnippet: false,
    rank: name.startsWith('SYSTEM.') ? '9' : '0',
  }));
}

function* ofType(queueManager: QueueManager, type: string): Iterable<MqObject> {
  const space = type === 'QUEUE' ? 'queue' : nameSpaceOf(type, undefined);
  if (!space) return;
  for (const object of queueManager.objects.all(space))
    if (type === 'QUEUE' || type === 'CHANNEL' || object.type === type) yield object;
}

/** `USAGE(XMITQ)` of the object that is offered; a constraint in other words keeps nobody out. */
function satisfies(object: MqObject, constraint: string | undefined): boolean {
  const match = constraint ? /^([A-Z]+)\(([^)]*)\)$/.exec(constraint) : null;
  const [, keyword, values] = match ?? [];
  return !keyword || !values || values.split('|').includes(effectiveText(object, keyword));
}
