import { attributeFacts } from '#core/facts/lookup.ts';
import { type Command, commandsOf, type Document, type Parameter, type ValueItem } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import type { SemanticToken } from './answers.ts';
import type { SemanticTokenModifier, SemanticTokenType } from './token-names.ts';

/** Tokens by meaning, in the order of the text: what a regular expression cannot know, such as whether a word is a name or one of MQ's values. */
export function semanticTokens(document: Document, within?: Span): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const command of commandsOf(document)) {
    if (within && (command.end < within.start || command.start > within.end)) continue;
    for (const token of tokensOf(command)) tokens.push(token);
  }
  return tokens;
}

function tokensOf(command: Command): readonly SemanticToken[] {
  const known = cache.get(command.body);
  const relative = known ?? relativeTokens(command);
  if (!known) cache.set(command.body, relative);
  return relative.map(({ span, type, modifiers }) => ({
    span: { start: span.start + command.start, end: span.end + command.start },
    type,
    modifiers,
  }));
}

const cache = new WeakMap<Command['body'], readonly SemanticToken[]>();

function relativeTokens(command: Command): readonly SemanticToken[] {
  const { body } = command;
  const tokens: SemanticToken[] = [];
  const add = (span: Span, type: SemanticTokenType, ...modifiers: SemanticTokenModifier[]) => {
    for (const line of linesOf(body.raw, span)) tokens.push({ span: line, type, modifiers });
  };
  if (body.verb && body.verbName) add(body.verb.span, 'keyword');
  for (const parameter of body.parameters) {
    const isObject = parameter === body.object;
    add(parameter.keywordSpan, isObject ? 'type' : 'property');
    for (const item of parameter.value?.items ?? []) {
      const type = isObject ? 'variable' : typeOfItem(parameter, item, body.objectName ?? '');
      const isDeclared = isObject && body.verbName === 'DEFINE';
      for (const part of around(item))
        add(part.span, part.isHole ? 'macro' : type, ...(isDeclared ? (['declaration'] as const) : []));
    }
  }
  return tokens.sort((a, b) => a.span.start - b.span.start);
}

function typeOfItem(parameter: Parameter, item: ValueItem, object: string): SemanticTokenType {
  if (item.kind !== 'word') return 'string';
  if (/^\d+$/.test(item.text)) return 'number';
  if (parameter.keyword === 'WHERE')
    return /^(LT|GT|EQ|NE|LE|GE|LK|NL|CT|EX|CTG|EXG)$/.test(item.text) ? 'operator' : 'variable';
  const facts = attributeFacts(object, parameter.keyword);
  return facts?.values?.some((v) => v.value === item.text) ? 'enumMember' : 'variable';
}

/** The parts of an item: inserts and placeholders, and what stands around them. */
function* around(item: ValueItem): Iterable<{ readonly span: Span; readonly isHole: boolean }> {
  let at = item.span.start;
  for (const hole of item.holes) {
    if (hole.span.start > at) yield { span: { start: at, end: hole.span.start }, isHole: false };
    yield { span: hole.span, isHole: true };
    at = hole.span.end;
  }
  if (item.span.end > at) yield { span: { start: at, end: item.span.end }, isHole: false };
}

/** A token may not reach over a line end: words and strings that a continuation splits become several. */
function* linesOf(raw: string, span: Span): Iterable<Span> {
  if (!raw.slice(span.start, span.end).includes('\n')) {
    yield span;
    return;
  }
  let start = span.start;
  for (const line of raw.slice(span.start, span.end).split('\n')) {
    const content = line.replace(/[+-]?[ \t\r]*$/, '');
    const indent = content.length - content.trimStart().length;
    const isComment = content.startsWith('*') && start !== span.start;
    if (content.trim() !== '' && !isComment) yield { start: start + indent, end: start + content.length };
    start += line.length + 1;
  }
}
