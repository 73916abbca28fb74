import { objectName, verbName } from '#core/facts/lookup.ts';
import { objectOf } from './command-object.ts';
import { joinPieces } from './join-pieces.ts';
import type { SettingPart } from './parser.ts';
import { readParameter, wordOf } from './read-parameter.ts';
import type { Marks } from './scan-plain.ts';
import type { CommandBody, Parameter, SyntaxProblem, Word } from './tree.ts';

/**
 * The body of a command that `scanPlain` understood; its marks stand `from` to `to`. Words and parameters are made when somebody
 * first asks for them. It is no plain data: `copyBody` makes such of it where a body is stored or sent.
 */
export const plainBody = (raw: string, marks: Marks, from: number, to: number): CommandBody =>
  new PlainBody(raw, marks, from, to);

/**
 * A class, where the rest of the core has plain objects: large files have a hundred thousand of these, and getters in a literal are
 * functions of each single object, which took half of the time of reading.
 */
class PlainBody implements CommandBody {
  readonly raw: string;
  readonly #marks: Marks;
  readonly #from: number;
  readonly #to: number;
  #names: Names | undefined;
  #tree: Tree | undefined;

  constructor(raw: string, marks: Marks, from: number, to: number) {
    this.raw = raw;
    this.#marks = marks;
    this.#from = from;
    this.#to = to;
    this.#names = undefined;
    this.#tree = undefined;
  }

  get verb(): Word {
    return this.#named().verb;
  }

  get verbName(): string | undefined {
    return this.#named().verbName;
  }

  get objectName(): string | undefined {
    return this.#named().objectName;
  }

  get object(): Parameter | undefined {
    return this.#grown().object;
  }

  get parameters(): readonly Parameter[] {
    return this.#grown().parameters;
  }

  get problems(): readonly SyntaxProblem[] {
    return none;
  }

  #named(): Names {
    this.#names ??= readNames(this.raw, this.#marks, this.#from, this.#to);
    return this.#names;
  }

  #grown(): Tree {
    this.#tree ??= growTree(this.raw, this.#marks, this.#from + 4, this.#to);
    return this.#tree;
  }
}

interface Names {
  readonly verb: Word;
  readonly verbName: string | undefined;
  readonly objectName: string | undefined;
}

type Tree = Pick<CommandBody, 'object' | 'parameters'>;

const none: readonly SyntaxProblem[] = [];

function readNames(raw: string, marks: Marks, from: number, to: number): Names {
  const verb = wordOf(joinPieces(raw, undefined), partAt(raw, marks, from));
  return { verb, verbName: verbName(verb.upper), objectName: objectNameOf(raw, marks, from + 4, to) };
}

function growTree(raw: string, marks: Marks, from: number, to: number): Tree {
  const joined = joinPieces(raw, undefined);
  const grown: Parameter[] = [];
  for (let i = from; i < to; i += 4) grown.push(readParameter(joined, partAt(raw, marks, i), []));
  // Without the room that a growing list keeps.
  const parameters = grown.slice();
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
