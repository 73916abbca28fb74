import type { CloneGroup, Estate } from '#core/model/model.ts';
import type { Finding } from '#core/rules/rule.ts';
import { putterFor } from '#core/scenario/stage.ts';
import { type Command, commandsOf, type Document } from '#core/syntax/tree.ts';
import type { CodeLens } from './answers.ts';
import { groupsDefinedBy } from './clones/groups-defined-by.ts';
import { type OddInstances, oddInstances } from './clones/odd-instances.ts';

/**
 * Above each definition of a cluster queue: how many instances there are and how many of them do not fit, and what can be
 * done with them. An instance does not fit when a finding about clones stands in its definition.
 */
export function codeLens(
  document: Document,
  estate: Estate,
  findings: Iterable<readonly Finding[]>,
): readonly CodeLens[] {
  if (estate.clusters.size === 0) return [];
  const odd = oddInstances(findings);
  return [...commandsOf(document)].flatMap((command) =>
    groupsDefinedBy(command, document, estate).flatMap((group) => lensesOf(command, group, estate, odd)),
  );
}

function lensesOf(command: Command, group: CloneGroup, estate: Estate, odd: OddInstances): readonly CodeLens[] {
  const { queue, cluster, instances } = group;
  const differing = instances.filter(({ queueManager }) => odd.get(queue)?.has(queueManager.name)).length;
  const count = `${instances.length} instance${instances.length === 1 ? '' : 's'} in ${cluster}`;
  const differs = differing === 0 ? '' : `, ${differing} ${differing === 1 ? 'differs' : 'differ'}`;
  const span = { start: command.start, end: command.start };
  return [
    { span, title: `${count}${differs}`, does: { kind: 'show', places: instances.map(({ object }) => object.nameAt) } },
    ...(instances.length > 1
      ? [{ span, title: 'compare', does: { kind: 'compare', name: queue, cluster } } as const]
      : []),
    { span, title: 'simulate', does: { kind: 'simulate', queue, cluster } },
    { span, title: 'explain', does: { kind: 'explain', queue, from: putterFor(estate, group) } },
  ];
}
