import type { MqObject } from '#core/model/model.ts';
import type { SourceId } from '#core/text/span.ts';
import type { Definition } from './answers.ts';
import { type NameScope, nameAt, usesCalled } from './names/name-scope.ts';
import type { NameUse } from './names/name-use.ts';
import { homesOf, objectAt } from './names/same-thing.ts';
import { usesOfSame } from './names/uses-of-same.ts';

/**
 * Where the thing that a name stands for is defined: on the same queue manager; if it is not there, every instance that
 * the clusters offer. A cluster is defined by its members' receivers, a queue manager by the first text that is its own.
 */
export function definition(scope: NameScope, source: SourceId, offset: number): readonly Definition[] {
  const use = nameAt(scope, source, offset);
  return use ? definitionsOf(use, scope) : [];
}

/** Every place of the estate that names the same thing, the definitions included. */
export function references(scope: NameScope, source: SourceId, offset: number): readonly Definition[] {
  const use = nameAt(scope, source, offset);
  return use ? usesOfSame(use, scope).map((same) => ({ target: { source: same.source, span: same.span } })) : [];
}

function definitionsOf(use: NameUse, scope: NameScope): readonly Definition[] {
  const { means, name } = use;
  const { estate } = scope;
  if (means.kind === 'cluster') {
    const receivers = (estate.clusters.get(name)?.members ?? []).flatMap((m) => m.receivers.map(definitionOf));
    return receivers.length > 0 ? unique(receivers) : declarations(use, scope);
  }
  if (means.kind === 'queue-manager') {
    const declared = declarations(use, scope);
    const [source] = estate.queueManagers.get(name.toUpperCase())?.sources ?? [];
    if (declared.length > 0 || source === undefined) return declared;
    return [{ target: { source, span: { start: 0, end: 0 } } }];
  }
  const objects = homesOf(use, estate).flatMap((home) => objectAt(home, name, estate) ?? []);
  return unique(objects.filter((object) => object.isDefined).map(definitionOf));
}

const definitionOf = (object: MqObject): Definition => ({ target: object.nameAt });

/** The keys of YAML files, `@qmgr` comments and dump headers that make the name known. */
const declarations = (use: NameUse, scope: NameScope): readonly Definition[] =>
  usesCalled(use.name, scope)
    .filter((other) => other.isOwnName && other.means.kind === use.means.kind)
    .map(({ source, span }) => ({ target: { source, span } }));

const unique = (definitions: readonly Definition[]): readonly Definition[] => [
  ...new Map(definitions.map((d) => [`${d.target.source}:${d.target.span.start}`, d])).values(),
];
