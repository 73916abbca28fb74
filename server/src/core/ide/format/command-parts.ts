import { holesIn } from '#core/syntax/holes.ts';
import type { Command, CommandBody, Parameter, ValueItem } from '#core/syntax/tree.ts';
import type { FormatOptions } from './format-options.ts';
import { readGap } from './gap.ts';
import { inCase, itemText, keywordOf } from './keyword-case.ts';

/** A command taken apart into what may stand on lines of its own. */
export interface CommandParts {
  readonly groups: readonly PartGroup[];
  /** `;` if the command ends with one. */
  readonly terminator: '' | ';';
}

/** The verb, or one parameter. */
export interface PartGroup {
  readonly keyword: string;
  /** Verb, object type with its name, and what stands between them. */
  readonly isHead: boolean;
  /** One, or one for each element of a list. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  /** Comment and blank lines that stand above it, without line ends. */
  readonly above: readonly string[];
  /** What stands between it and the piece before it on the same line. */
  readonly glue: '' | ' ';
  /** Where in `text` a line may end although a word or string is not at its end, as it was in the source: from and to. */
  readonly splittable: { readonly start: number; readonly end: number } | undefined;
}

/**
 * Takes a command apart. `margin` is the number of columns that belong to YAML. Undefined when something stands in it that
 * the tree does not hold, or a comment in a place that has no line of its own in any layout.
 */
export function commandParts(
  { body }: Command,
  margin: number,
  { keywordCase }: Pick<FormatOptions, 'keywordCase'>,
): CommandParts | undefined {
  const { raw, verb, parameters } = body;
  if (verb?.span.start !== 0) return undefined;
  const groups: PartGroup[] = [
    { keyword: verb.upper, isHead: true, pieces: [whole(inCase(verb.text, keywordCase), [])] },
  ];
  const objectAt = body.objectName === undefined || !body.object ? -1 : parameters.indexOf(body.object);
  let at = verb.span.end;
  for (const [index, parameter] of parameters.entries()) {
    const gap = readGap(raw.slice(at, parameter.span.start), margin);
    const pieces = gap && piecesOf(body, parameter, { margin, keywordCase, above: gap.above });
    if (!pieces) return undefined;
    groups.push({ keyword: parameter.keyword, isHead: index <= objectAt, pieces });
    at = parameter.span.end;
  }
  const tail = raw.slice(at).trimEnd();
  const terminator = tail.endsWith(';') ? ';' : '';
  return isEmpty(readGap(tail.slice(0, tail.length - terminator.length), margin)) ? { groups, terminator } : undefined;
}

interface Context extends Pick<FormatOptions, 'keywordCase'> {
  readonly margin: number;
  readonly above: readonly string[];
}

function piecesOf(body: CommandBody, parameter: Parameter, context: Context): readonly Piece[] | undefined {
  const { raw } = body;
  const { keywordSpan, value, span } = parameter;
  const keyword = keywordOf(body, parameter, context.keywordCase);
  if (!value) return [whole(keyword, context.above)];
  const first = value.items[0];
  const last = value.items.at(-1);
  const opening = raw.slice(keywordSpan.end, first?.span.start ?? span.end);
  const closing = raw.slice(last?.span.end ?? span.end, span.end);
  if (!first || !last)
    return isParentheses(opening, context.margin) ? [whole(`${keyword}()`, context.above)] : undefined;
  if (!isParentheses(opening + closing, context.margin)) return undefined;

  const inner = raw.slice(first.span.start, last.span.end);
  // The blanks in a placeholder are the template's.
  if (!inner.includes('\n') && holesIn(inner).length !== value.items.flatMap(({ holes }) => holes).length)
    return [whole(`${keyword}(${inner})`, context.above)];
  const pieces: Piece[] = [];
  for (const [index, item] of value.items.entries()) {
    const next = value.items[index + 1];
    const before = value.items[index - 1];
    const gap = before ? readGap(raw.slice(before.span.end, item.span.start), context.margin) : undefined;
    if (before && !gap) return undefined;
    if (isSplit(item) && !isCleanSplit(raw.slice(item.span.start, item.span.end), context.margin)) return undefined;
    const text = itemText(body, parameter, item, context.keywordCase);
    const head = index === 0 ? `${keyword}(` : '';
    const behind = next ? (raw.slice(item.span.end, next.span.start).includes(',') ? ',' : '') : ')';
    pieces.push({
      text: `${head}${text}${behind}`,
      above: gap?.above ?? context.above,
      glue: gap && !gap.hasComma ? ' ' : '',
      splittable: isSplit(item) ? { start: head.length, end: head.length + text.length } : undefined,
    });
  }
  return pieces;
}

const whole = (text: string, above: readonly string[]): Piece => ({ text, above, glue: '', splittable: undefined });

const isEmpty = (gap: ReturnType<typeof readGap>): boolean => gap !== undefined && gap.above.length === 0;

/** One pair of parentheses, and around and in it nothing that needs a place. */
function isParentheses(text: string, margin: number): boolean {
  const match = /^([^()]*)\(([^()]*)\)$/.exec(text);
  return match !== null && [match[1], match[2]].every((gap = '') => isEmpty(readGap(gap, margin)));
}

const isSplit = ({ span, written }: ValueItem): boolean => span.end - span.start !== written.length;

/** Between the lines of a word or string stand no comment and no blank line. */
const isCleanSplit = (raw: string, margin: number): boolean =>
  raw
    .split('\n')
    .slice(1)
    .every((line) => line.trim() !== '' && !line.slice(margin).startsWith('*'));
