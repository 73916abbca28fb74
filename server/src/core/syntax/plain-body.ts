import { objectName, verbName } from '#core/facts/lookup.ts';
import { objectOf } from './command-object.ts';
import { joinPieces } from './join-pieces.ts';
import type { SettingPart } from './parser.ts';
import { readParameter } from './read-parameter.ts';
import type { Marks } from './scan-plain.ts';
import type { CommandBody, Parameter, SyntaxProblem } from './tree.ts';

/**
 * The body of a command that `scanPlain` understood; its marks stand `from` to `to`. The parameters are made when somebody first
 * asks for them.
 */
export function plainBody(raw: string, marks: Marks, from: number, to: number): CommandBody {
  let tree: Tree | undefined;
  const grown = (): Tree => {
    tree ??= growTree(raw, marks, from + 4, to);
    return tree;
  };
  const text = keywordAt(raw, marks, from);
  const start = marks.offsets[from] ?? 0;
  const upper = text.toUpperCase();
  return {
    raw,
    verb: { text, upper, span: { start, end: start + text.length } },
    verbName: verbName(upper),
    get object() {
      return grown().object;
    },
    objectName: objectNameOf(raw, marks, from + 4, to),
    get parameters() {
      return grown().parameters;
    },
    problems: none,
  };
}

type Tree = Pick<CommandBody, 'object' | 'parameters'>;

const none: readonly SyntaxProblem[] = [];

function growTree(raw: string, marks: Marks, from: number, to: number): Tree {
  const joined = joinPieces(raw, undefined);
  const parameters: Parameter[] = [];
  for (let i = from; i < to; i += 4) parameters.push(readParameter(joined, partAt(raw, marks, i), []));
  return { object: objectOf(parameters), parameters };
}

function partAt(raw: string, marks: Marks, i: number): SettingPart {
  const { offsets } = marks;
  const keywordEnd = offsets[i + 1] ?? 0;
  const innerStart = offsets[i + 2] ?? -1;
  const innerEnd = offsets[i + 3] ?? -1;
  const hasValue = innerStart >= 0;
  return {
    kind: 'setting',
    keyword: keywordAt(raw, marks, i),
    start: offsets[i] ?? 0,
    end: hasValue ? innerEnd + 1 : keywordEnd,
    inner: hasValue ? { start: innerStart, end: innerEnd } : undefined,
    nested: false,
    closed: true,
  };
}

const keywordAt = (raw: string, { offsets }: Marks, i: number): string => raw.slice(offsets[i], offsets[i + 1]);

/** Looks at no more keywords than it must: almost always the first. */
function objectNameOf(raw: string, marks: Marks, from: number, to: number): string | undefined {
  const first = from < to ? objectName(keywordAt(raw, marks, from)) : undefined;
  if (first !== undefined) return first;
  const object = objectOf(keywordsOf(raw, marks, from, to));
  return object && objectName(object.keyword);
}

function* keywordsOf(raw: string, marks: Marks, from: number, to: number): Iterable<{ readonly keyword: string }> {
  for (let i = from; i < to; i += 4) yield { keyword: keywordAt(raw, marks, i).toUpperCase() };
}
