import { interned } from '#core/text/interned.ts';
import type { Span } from '#core/text/span.ts';
import { type JoinedText, rawSpan } from './join-pieces.ts';
import type { SettingPart } from './parser.ts';
import { readItems, readNested } from './read-items.ts';
import type { Parameter, SyntaxProblem, Value, Word } from './tree.ts';

/** The parameter that a part of a command stands for; what is wrong with its value is added to `problems`. */
export function readParameter(joined: JoinedText, part: SettingPart, problems: SyntaxProblem[]): Parameter {
  const { keyword, start, end, inner, nested } = part;
  const keywordSpan = rawSpan(joined, start, start + keyword.length);
  const value = inner && valueIn(joined, inner, nested ? readNested : readItems, problems);
  return {
    keyword: interned(keyword.toUpperCase()),
    keywordSpan,
    value,
    span: inner ? rawSpan(joined, start, end) : keywordSpan,
  };
}

/** The part's keyword as a word, as the verb is kept. */
export function wordOf(joined: JoinedText, { keyword, start }: SettingPart): Word {
  return { text: keyword, upper: keyword.toUpperCase(), span: rawSpan(joined, start, start + keyword.length) };
}

function valueIn(joined: JoinedText, inner: Span, read: typeof readItems, problems: SyntaxProblem[]): Value {
  const span = rawSpan(joined, inner.start, inner.end);
  const items = read(joined, inner.start, inner.end, problems);
  // Most values are one item and nothing else; large files have a hundred thousand of them.
  const [only] = items;
  const isSame = only !== undefined && only.span.start === span.start && only.span.end === span.end;
  return { inner: isSame ? only.span : span, items };
}
