import { effective } from '#core/model/effective.ts';
import type { Estate, MqObject } from '#core/model/model.ts';
import { ownersAt } from '#core/model/owner-at.ts';
import { setAttribute } from '#core/rules/parts/set-attribute.ts';
import { type Command, commandsOf, type Document } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import type { InlayHint } from './answers.ts';

/** Which hints are wanted; all, unless one is switched off. */
export interface HintSettings {
  /** The queue manager, where nothing in the text says it. */
  readonly queueManager?: boolean;
  /** Values that decide where a cluster's messages go and that stand nowhere. */
  readonly defaults?: boolean;
}

/** What decides and cannot be seen in the text: whose commands these are, and defaults of cluster queues. */
export function inlayHints(
  document: Document,
  estate: Estate,
  within: Span,
  { queueManager = true, defaults = true }: HintSettings,
): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  if (queueManager) hints.push(...ownerHints(document, estate));
  if (defaults)
    for (const command of commandsOf(document)) {
      if (command.start > within.end) break;
      if (command.end >= within.start) hints.push(...defaultHints(command, document, estate));
    }
  return hints.filter(({ offset }) => within.start <= offset && offset <= within.end);
}

/** Before the first command of each part of the text, unless its own comment says whose it is. */
function ownerHints(document: Document, estate: Estate): readonly InlayHint[] {
  const sections = estate.assignments.get(document.source) ?? [];
  return sections.flatMap(({ span, queueManagers, reason }) => {
    if (queueManagers.length === 0 || reason.includes('@qmgr')) return [];
    const first = document.slices
      .flatMap((slice) => slice.commands)
      .find(({ start }) => span.start <= start && start < span.end);
    const names = queueManagers.map((key) => estate.queueManagers.get(key)?.name ?? key);
    const label = names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');
    return first
      ? [
          {
            offset: first.start,
            label,
            tooltip: `Runs on ${names.join(', ')}: ${reason}.`,
            side: 'before',
            edit: undefined,
          },
        ]
      : [];
  });
}

function defaultHints(command: Command, document: Document, estate: Estate): readonly InlayHint[] {
  const object = instanceMadeBy(command, document, estate);
  if (!object) return [];
  return decisive.flatMap(({ keyword, tooltip }) => {
    const value = effective(object, keyword);
    if (!value || value.isOpen || value.origin.kind === 'written') return [];
    const from = value.origin.kind === 'like' ? ` Taken from ${value.origin.object}.` : '';
    return [
      {
        offset: command.end,
        label: `${keyword}(${value.value})`,
        tooltip: `${tooltip}${from}`,
        side: 'after',
        edit: setAttribute(object, keyword, value.value, value),
      },
    ];
  });
}

/** Clustered queues only: elsewhere these attributes decide nothing. */
function instanceMadeBy(command: Command, document: Document, estate: Estate): MqObject | undefined {
  const { verbName, objectName, object } = command.body;
  const name = object?.value?.items[0]?.text.trimEnd();
  if (verbName !== 'DEFINE' || !name || !/^Q(LOCAL|ALIAS|REMOTE)$/.test(objectName ?? '')) return undefined;
  const [owner] = ownersAt(estate, document.source, command.start);
  const made = owner?.objects.get('queue', name);
  const isInstance = [...estate.clusters.values()].some((cluster) =>
    cluster.cloneGroups.get(name)?.instances.some((instance) => instance.object === made),
  );
  return isInstance && made?.definedBy.command === command ? made : undefined;
}

const decisive: readonly { readonly keyword: string; readonly tooltip: string }[] = [
  { keyword: 'DEFBIND', tooltip: 'Default: decides whether each put or only each open chooses an instance.' },
  { keyword: 'DEFPSIST', tooltip: 'Default: decides whether messages outlive a restart.' },
];
