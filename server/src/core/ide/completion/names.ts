import { effectiveText } from '#core/model/effective.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';
import { nameSpaceOf } from '#core/model/name-spaces.ts';
import { clustersOf } from '#core/model/queries.ts';
import { type CommandBody, type Parameter, parameterOf, textOf } from '#core/syntax/tree.ts';
import type { Completion, CompletionItem } from '../answers.ts';
import { type NameKind, nameKindsOf } from './name-kinds.ts';
import type { Place } from './place.ts';

/** How many names are offered at most; a list of more is asked for again with each character. */
const mostNames = 500;

/**
 * Names that the estate knows for what a value may refer to: the queue manager's own first, then what the cluster shows it, then
 * those of other queue managers, `SYSTEM.` objects last. A DEFINE is offered the clustered names that it lacks. Of very many
 * only those that go with what is typed.
 */
export function nameItems(place: Place, parameter: Parameter, typed: string): Offered {
  const { body } = place.command;
  const found = new Map<string, Found>();
  const isNew = parameter === body.object && body.verbName === 'DEFINE';
  for (const kind of nameKindsOf(body, parameter))
    for (const { name, of, nearness } of namesOfKind(place, kind, parameter)) {
      if (isNew && nearness !== 1) continue;
      const known = found.get(name);
      if (!known) found.set(name, { of: [of], nearness });
      else {
        known.nearness = Math.min(known.nearness, nearness);
        known.of.push(of);
      }
    }
  if (isNew) for (const owner of place.owners) removeOwn(found, owner, body);
  const isIncomplete = found.size > mostNames;
  const names = isIncomplete ? [...found].filter(([name]) => isSpelled(name, typed)).slice(0, mostNames) : [...found];
  const items = names.map(
    ([name, { of, nearness }]): CompletionItem => ({
      label: name,
      kind: 'name',
      detail: [...new Set(of.map(detailOf))].join(', '),
      documentation: undefined,
      insert: name,
      isSnippet: false,
      rank: name.startsWith('SYSTEM.') ? `${nearness}9` : `${nearness}0`,
    }),
  );
  return { items, isIncomplete };
}

/** Items, and whether there are more for another spelling. */
export type Offered = Required<Pick<Completion, 'items' | 'isIncomplete'>>;

/** Whether the typed characters are in the name, in their order. */
function isSpelled(name: string, typed: string): boolean {
  const upper = name.toUpperCase();
  let at = -1;
  for (const character of typed.toUpperCase()) {
    at = upper.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

interface Found {
  readonly of: (MqObject | string)[];
  nearness: number;
}

interface Named {
  readonly name: string;
  /** What has the name, or a word for it. */
  readonly of: MqObject | string;
  /** 0 here, 1 in a cluster, 2 elsewhere. */
  readonly nearness: number;
}

function* namesOfKind(place: Place, kind: NameKind, parameter: Parameter): Iterable<Named> {
  const { estate, owners } = place;
  if (kind.object === 'CLUSTER') {
    for (const { name, members } of estate.clusters.values()) {
      // The half-typed word itself is a cluster of nobody.
      const isOnlyTyped = members.length === 0 && parameter.value?.items.some(({ text }) => text === name);
      if (!isOnlyTyped) yield { name, of: 'cluster', nearness: 0 };
    }
    return;
  }
  if (kind.object === 'QMGR') {
    for (const { name } of estate.queueManagers.values()) yield { name, of: 'queue manager', nearness: 0 };
    return;
  }
  const remote = parameter.keyword === 'RNAME' ? remoteOwner(place) : undefined;
  const home = remote ? [remote] : owners;
  for (const queueManager of remote ? [remote] : estate.queueManagers.values())
    for (const object of ofType(queueManager, kind.object)) {
      if (!satisfies(object, kind) || object.nameIsOpen) continue;
      const isHere = home.length === 0 || home.includes(queueManager);
      if (isHere && isItself(place, parameter, object)) continue;
      const isClustered = !isHere && clustersOf(object, queueManager).length > 0;
      if (kind.from === 'cluster' && !isClustered) continue;
      yield { name: object.name, of: object, nearness: isHere ? 0 : isClustered ? 1 : 2 };
    }
}

/** `RNAME` names a queue of the queue manager in `RQMNAME`. */
const remoteOwner = ({ command, estate }: Place): QueueManager | undefined =>
  estate.queueManagers.get((textOf(parameterOf(command.body, 'RQMNAME')) ?? '').toUpperCase());

const detailOf = (object: MqObject | string): string =>
  typeof object === 'string' ? object : `${object.channelType ?? object.type} · ${object.queueManager}`;

function* ofType(queueManager: QueueManager, type: string): Iterable<MqObject> {
  const spaces =
    type === 'CHANNEL'
      ? (['channel', 'client-channel'] as const)
      : [type === 'QUEUE' ? 'queue' : nameSpaceOf(type, undefined)];
  for (const space of spaces) {
    if (!space) continue;
    for (const object of queueManager.objects.all(space))
      if (type === 'QUEUE' || type === 'CHANNEL' || object.type === type) yield object;
  }
}

/** No attribute of an object names the object itself, and no definition is LIKE itself. */
function isItself({ command, owners }: Place, parameter: Parameter, object: MqObject): boolean {
  const { body } = command;
  if (parameter === body.object || textOf(body.object) !== object.name) return false;
  const space = nameSpaceOf(body.objectName ?? '', textOf(parameterOf(body, 'CHLTYPE')));
  if (space !== nameSpaceOf(object.type, object.channelType)) return false;
  return owners.length === 0 || owners.some(({ name }) => name === object.queueManager);
}

/** `USAGE(XMITQ)` of the object that is offered; a constraint in other words keeps nobody out. */
function satisfies(object: MqObject, { constraint, except }: NameKind): boolean {
  if (except?.includes(object.type)) return false;
  const [, keyword, values] = (constraint && /^([A-Z]+)\(([^)]*)\)$/.exec(constraint)) || [];
  if (!keyword || !values) return true;
  const own = keyword === 'CHLTYPE' ? (object.channelType ?? '') : effectiveText(object, keyword);
  return values.split('|').includes(own);
}

function removeOwn(found: Map<string, Found>, owner: QueueManager, body: CommandBody): void {
  const space = nameSpaceOf(body.objectName ?? '', textOf(parameterOf(body, 'CHLTYPE')));
  for (const object of space ? owner.objects.all(space) : []) if (object.isDefined) found.delete(object.name);
}
