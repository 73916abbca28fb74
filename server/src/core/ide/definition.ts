import type { Estate, MqObject } from '#core/model/model.ts';
import { commandsOf, type Document } from '#core/syntax/tree.ts';
import type { Definition } from './answers.ts';
import { type NameUse, nameAt, namesIn } from './object-at.ts';

/**
 * Where the thing that a name stands for is defined: on the same queue manager; if it is not there, every instance that
 * the clusters offer. A cluster is defined by its members' receivers, a queue manager by the first text that is its own.
 */
export function definition(document: Document, offset: number, estate: Estate): readonly Definition[] {
  const use = nameAt(document, offset, estate);
  return use ? definitionsOf(use, estate) : [];
}

/** Every place of the estate that names the same thing, the definitions included. */
export function references(document: Document, offset: number, estate: Estate): readonly Definition[] {
  const use = nameAt(document, offset, estate);
  if (!use) return [];
  const wanted = keyOf(use);
  const found: Definition[] = [];
  for (const other of estate.documents.values())
    for (const command of commandsOf(other))
      for (const candidate of namesIn(command, other.source, estate))
        if (keyOf(candidate) === wanted) found.push({ target: { source: other.source, span: candidate.span } });
  return found;
}

function definitionsOf(use: NameUse, estate: Estate): readonly Definition[] {
  const { means, name } = use;
  if (means.kind === 'cluster')
    return (estate.clusters.get(name)?.members ?? []).flatMap((m) => m.receivers.map(definitionOf));
  if (means.kind === 'queue-manager') {
    const queueManager = estate.queueManagers.get(name.toUpperCase());
    const [source] = queueManager?.sources ?? [];
    return source === undefined ? [] : [{ target: { source, span: { start: 0, end: 0 } } }];
  }
  const own = use.owners.flatMap((owner) => means.spaces.flatMap((space) => owner.objects.get(space, name) ?? []));
  const defined = own.filter((object) => object.isDefined);
  if (defined.length > 0) return unique(defined.map(definitionOf));
  const offered = [...estate.clusters.values()].flatMap((cluster) => cluster.cloneGroups.get(name)?.instances ?? []);
  return unique(offered.map((instance) => definitionOf(instance.object)));
}

const definitionOf = (object: MqObject): Definition => ({ target: object.nameAt });

const unique = (definitions: readonly Definition[]): readonly Definition[] => [
  ...new Map(definitions.map((d) => [`${d.target.source}:${d.target.span.start}`, d])).values(),
];

/** Names of one name space mean the same all over the estate: a cluster queue is one queue on many queue managers. */
const keyOf = ({ name, means }: NameUse): string =>
  `${means.kind}:${means.kind === 'object' ? means.spaces[0] : ''}:${name}`;
