import type { AttributeFacts } from '#core/facts/facts.ts';
import { nameMaxLength } from '#core/facts/lookup.ts';
import type { ValueItem } from '#core/syntax/tree.ts';
import { isOpenItem, type ResolvedCommand } from './resolved-command.ts';

/** A place in a command where the name of an MQ object stands. */
export interface NameUse {
  readonly item: ValueItem;
  /** The keyword in whose parentheses it stands. */
  readonly keyword: string;
  /** The type of object that bears the name, when only one can. */
  readonly object: string | undefined;
  /** The command makes or changes the object of this name. */
  readonly isOwnName: boolean;
  /** May hold `*` and other wildcards. */
  readonly isGeneric: boolean;
  /** In characters. */
  readonly maxLength: number | undefined;
}

/** The names in a command that are fully known and not blank: the object's own, and those that its attributes refer to. */
export function* namesIn(command: ResolvedCommand): Iterable<NameUse> {
  const { noun, name, verb, object, facts } = command;
  if (noun && name && isKnown(name) && plainlyNamed.has(object)) {
    yield {
      item: name,
      keyword: noun.keyword,
      object,
      isOwnName: verb === 'DEFINE' || verb === 'ALTER',
      isGeneric: facts.positional.generic === true || genericVerbs.has(verb),
      maxLength: facts.positional.maxLength ?? nameMaxLength(object),
    };
  }
  if (verb === 'DISPLAY') return;
  for (const { parameter, keyword, facts: attribute } of command.parameters) {
    if (!attribute || !holdsName(attribute)) continue;
    for (const item of parameter.value?.items ?? [])
      if (isKnown(item))
        yield {
          item,
          keyword,
          object: onlyObject(attribute),
          isOwnName: false,
          isGeneric: object === 'CHLAUTH' || keyword === 'QMNAME',
          maxLength: attribute.maxLength ?? (keyword === 'LIKE' ? nameMaxLength(object) : undefined),
        };
  }
}

/** Object types whose names follow the rules for MQ objects: profiles, subscriptions, numbers and the like do not. */
const plainlyNamed: ReadonlySet<string> = new Set([
  ...['QLOCAL', 'QALIAS', 'QREMOTE', 'QMODEL', 'QUEUE', 'CHANNEL', 'NAMELIST', 'PROCESS', 'TOPIC', 'AUTHINFO'],
  ...['COMMINFO', 'LISTENER', 'SERVICE', 'CFSTRUCT', 'STGCLASS', 'CLUSTER'],
]);

/** These also work on all objects whose names match. */
const genericVerbs: ReadonlySet<string> = new Set(['DISPLAY', 'REFRESH', 'RESET', 'RECOVER', 'BACKUP']);

const isKnown = (item: ValueItem): boolean =>
  !isOpenItem(item) && item.kind !== 'double-quoted' && item.text.trim() !== '';

/** Namelists may hold anything; the root of a topic tree is no object. */
const holdsName = ({ type, keyword }: AttributeFacts): boolean => type === 'name' && keyword !== 'TPROOT';

const onlyObject = ({ references }: AttributeFacts): string | undefined =>
  references?.length === 1 ? references[0]?.object : undefined;
