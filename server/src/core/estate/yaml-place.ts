import { isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Span } from '#core/text/span.ts';

/** Where in a YAML text an offset is, however unfinished the text. */
export interface YamlPlace {
  /** A key, or what could become one; a value; or an item of a list. */
  readonly role: 'key' | 'value';
  /** From the top to the mapping that the key is in, or to the value. */
  readonly steps: readonly YamlStep[];
  /** The word at the offset. */
  readonly word: Span;
  /** The other keys of the mapping that the key is in. */
  readonly siblings: YamlSiblings;
  /** A colon stands behind the word already. */
  readonly hasColon: boolean;
  /** Inside `{ }` or `[ ]`. */
  readonly isFlow: boolean;
}

/** One step down: a key of a mapping with its other keys, or an item of a list. */
export type YamlStep =
  | { readonly kind: 'key'; readonly key: string; readonly siblings: YamlSiblings }
  | { readonly kind: 'item' };

/** The keys of a mapping with the text of those values that are scalars. */
export type YamlSiblings = ReadonlyMap<string, string | undefined>;

/** Undefined in comments and where no YAML can be made out. Never throws. */
export function yamlPlaceAt(text: string, offset: number): YamlPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  const line = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(line)) return undefined;
  const start = offset - (/[\w./*-]*$/.exec(/^\s*-+$/.test(line) ? '' : line)?.[0].length ?? 0);
  const end = offset + (/^[\w./*-]*/.exec(text.slice(offset, lineEnd))?.[0].length ?? 0);
  const hasColon = /^["']?\s*:(?:\s|$)/.test(text.slice(end, lineEnd));
  const marker = hasColon || !couldBeKey(text.slice(lineStart, start)) ? caret : `${caret}: `;
  const parsed = parseDocument(text.slice(0, start) + marker + text.slice(end), {
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
  });
  let place: YamlPlace | undefined;
  visit(parsed, {
    Scalar(key, node, path) {
      if (!textOf(node)?.includes(caret)) return undefined;
      const parents = path.filter((one) => isNode(one) || isPair(one));
      const holder = parents.findLast((one) => isMap(one) || isSeq(one));
      place = {
        role: key === 'key' ? 'key' : 'value',
        steps: stepsOf(parents, key === 'key'),
        word: { start, end },
        siblings: key === 'key' ? siblingsOf(holder) : new Map(),
        hasColon,
        isFlow: parents.some((one) => (isMap(one) || isSeq(one)) && one.flow === true),
      };
      return visit.BREAK;
    },
  });
  return place;
}

/** A character that no file holds: private use. */
const caret = '\ue000';

/** Only indentation and dashes stand before it, or what opens or goes on with a flow mapping. */
function couldBeKey(before: string): boolean {
  if (/^[ ]*(?:- +)*$/.test(before)) return true;
  if (!/[{,]\s*$/.test(before)) return false;
  const open: string[] = [];
  for (const character of before) {
    if (character === '{' || character === '[') open.push(character);
    else if (character === '}' || character === ']') open.pop();
  }
  return open.at(-1) === '{';
}

function stepsOf(parents: readonly unknown[], isKey: boolean): readonly YamlStep[] {
  const steps: YamlStep[] = [];
  parents.forEach((parent, index) => {
    if (isSeq(parent)) steps.push({ kind: 'item' });
    else if (isPair(parent) && !(isKey && index === parents.length - 1))
      steps.push({ kind: 'key', key: textOf(parent.key) ?? '', siblings: siblingsOf(parents[index - 1]) });
  });
  return steps;
}

function siblingsOf(map: unknown): YamlSiblings {
  const siblings = new Map<string, string | undefined>();
  for (const { key, value } of isMap(map) ? map.items : []) {
    const name = textOf(key);
    if (name !== undefined && !name.includes(caret)) siblings.set(name, textOf(value));
  }
  return siblings;
}

function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  return node.source ?? (node.value === null ? '' : String(node.value));
}
