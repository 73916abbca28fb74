import { attributeFacts } from '#core/facts/lookup.ts';
import type { EffectiveValue, MqObject } from '#core/model/model.ts';
import { quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import { type Command, type Parameter, spanIn } from '#core/syntax/tree.ts';
import { type SourceId, span, type TextEdit } from '#core/text/span.ts';

/**
 * The edit that gives the object this value for the attribute: in the command that decides it now, or, when it is a
 * default or came by LIKE, as a new parameter of the definition, laid out as the rest of it is. Undefined when there is
 * no definition to write into.
 */
export const setAttribute = (
  object: MqObject,
  keyword: string,
  value: string,
  current: EffectiveValue | undefined,
): TextEdit | undefined => {
  if (current?.origin.kind === 'written') return rewrite(object, keyword, value, current.origin);
  const { source, command } = object.definedBy;
  if (!object.isDefined || command.body.verbName !== 'DEFINE') return undefined;
  return insert(source, command, printAttribute(object.type, keyword, value));
};

/** `DEFBIND(OPEN)`, `BOQNAME(' ')`, `NOSHARE`. */
export const printAttribute = (type: string, keyword: string, value: string): string =>
  isFlag(type, keyword) ? value : `${keyword}(${printValue(value)})`;

/** A blank value is written as one blank in quotes, as in IBM's own dumps. */
const printValue = (value: string): string => (value === '' ? "' '" : quoteIfNeeded(value));

const isFlag = (type: string, keyword: string): boolean => attributeFacts(type, keyword)?.type === 'flag';

const rewrite = (
  object: MqObject,
  keyword: string,
  value: string,
  { at, valueAt }: Extract<EffectiveValue['origin'], { kind: 'written' }>,
): TextEdit =>
  valueAt
    ? { ...valueAt, newText: printValue(value) }
    : { ...at, newText: printAttribute(object.type, keyword, value) };

/**
 * Adds a parameter behind the last one that is not REPLACE. A command on one line stays on one line; one that is
 * continued gets a line more, with the indent and the continuation that its other lines have, in their column where a
 * listing for z/OS keeps to one.
 */
const insert = (source: SourceId, command: Command, text: string): TextEdit | undefined => {
  const { raw, verb, parameters } = command.body;
  const anchor = parameters.findLast((p) => !isReplace(p)) ?? parameters.at(-1);
  if (!anchor) return undefined;
  const isLowerCase = verb !== undefined && verb.text === verb.text.toLowerCase();
  const cased = isLowerCase ? lowerCase(text) : text;
  const { end } = spanIn(command, anchor.span);
  const layout = layoutOf(raw);
  if (!layout) return { source, span: span(end, end), newText: ` ${cased}` };
  const lineStart = raw.lastIndexOf('\n', anchor.span.start - 1) + 1;
  const indent = lineStart === 0 ? layout.indent : indentAt(raw, lineStart);
  const added = `${layout.sign(anchor.span.end - lineStart)}${layout.lineEnd}${indent}${cased}`;
  const follows = layout.isAligned ? /^[ \t]*[+-](?=[ \t]*\r?\n)/.exec(raw.slice(anchor.span.end)) : null;
  if (!follows) return { source, span: span(end, end), newText: added };
  return {
    source,
    span: span(end, end + follows[0].length),
    newText: `${added}${layout.sign(indent.length + cased.length)}`,
  };
};

const isReplace = ({ keyword }: Parameter): boolean => keyword === 'REPLACE' || keyword === 'NOREPLACE';

/** Unquoted text is folded to upper case by MQ; what stands in quotes is kept. */
const lowerCase = (text: string): string =>
  text.replace(/'(?:[^']|'')*'|[^']+/g, (part) => (part.startsWith("'") ? part : part.toLowerCase()));

/** How a continued command goes from one line to the next; undefined for a command that is not continued. */
interface Layout {
  readonly isAligned: boolean;
  /** The blanks and the continuation character that end a line of so many characters. */
  readonly sign: (length: number) => string;
  readonly lineEnd: string;
  readonly indent: string;
}

const layoutOf = (raw: string): Layout | undefined => {
  const continued = /^(.*?)([ \t]*)([+-])[ \t]*(\r?\n)/m.exec(raw);
  if (!continued) return undefined;
  const [, text = '', blanks = '', character = '+', lineEnd = '\n'] = continued;
  const isAligned = blanks.length > 4;
  const column = text.length + blanks.length;
  return {
    isAligned,
    sign: (length) => (isAligned ? ' '.repeat(Math.max(1, column - length)) : blanks || ' ') + character,
    lineEnd,
    indent: /\n([ \t]*)(?=[^\s*])/.exec(raw)?.[1] ?? '',
  };
};

const indentAt = (raw: string, lineStart: number): string => /^[ \t]*/.exec(raw.slice(lineStart))?.[0] ?? '';
