import type { Estate } from '#core/model/model.ts';
import { encoded, splitsEscape } from '#core/syntax/encode-edits.ts';
import {
  type Command,
  type Document,
  isQuoted,
  type Parameter,
  type Slice,
  sliceAt,
  spanIn,
  type ValueItem,
} from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import type { Completion, CompletionItem } from '../answers.ts';
import { type Cursor, cursorAt } from '../cursor.ts';
import { commentItems } from './comments.ts';
import { isInScript } from './in-script.ts';
import { objectNameItems, unnamedObject } from './object-name.ts';
import { objectItems } from './objects.ts';
import { parameterItems } from './parameters.ts';
import { type Place, placeOf } from './place.ts';
import { insideQuotes, spelledName } from './quotes.ts';
import { valueItems } from './values.ts';
import { verbItems } from './verbs.ts';
import { inCaseOf, wordAround } from './word.ts';

/** What can stand at the offset. */
export function completion(document: Document, offset: number, estate: Estate): Completion {
  const slice = sliceAt(document, offset);
  const isEncoded = slice !== undefined && isQuoted(slice);
  if (isEncoded && splitsEscape(document.text.whole(), slice, offset))
    return { replace: { start: offset, end: offset }, items: [] };
  const found = itemsAt(document, offset, estate);
  return isEncoded ? { ...found, items: found.items.flatMap((item) => encodedItem(item, slice.form)) } : found;
}

/** An item as the scalar must write it; a snippet of several lines is none for a place that has one. */
function encodedItem(item: CompletionItem, form: Slice['form']): readonly CompletionItem[] {
  if (/["\\\n]/.test(item.insert)) return [];
  const insert = encoded(item.insert, form);
  return insert === undefined ? [] : [{ ...item, insert }];
}

function itemsAt(document: Document, offset: number, estate: Estate): Completion {
  const replace = wordAt(document, offset);
  if (!isInScript(document, offset)) return { replace, items: [] };
  const comment = commentAt(document, offset);
  if (comment) return inComment(document, comment, offset, estate);
  const cursor = cursorAt(document, replace.start === offset ? offset : replace.start);
  if (cursor.kind === 'outside' || cursor.kind === 'verb') {
    const sample = document.text.slice(replace.start, offset) || verbBefore(document, offset);
    return { replace, items: verbItems().map((item) => spelled(item, sample)) };
  }
  const { command } = cursor;
  if (isInHole(command, cursor, offset)) return { replace, items: [] };
  const sample = command.body.verb?.text ?? '';
  const value = valueAt(cursor, offset);
  if (value) return inValue(document, command, value, offset, estate, replace);
  const place = placeOf(document, command, estate);
  const noun = isObjectPlace(cursor) ? undefined : unnamedObject(place);
  if (noun) return beforeName(place, noun, replace, sample);
  return { replace, items: keywordItems(cursor, place).map((item) => spelled(item, sample)) };
}

/** The name of the object is still to be written: it is offered with the parentheses that it needs. */
function beforeName(place: Place, noun: Parameter, replace: Span, sample: string): Completion {
  const typed = place.document.text.slice(replace.start, replace.end);
  const quoting = place.quotesNames ? 'quoted' : 'plain';
  const items = objectNameItems(place, noun, typed).map((item) => {
    if (item.kind !== 'name') return spelled(item, sample);
    const named = spelledName(item, quoting);
    return { ...named, insert: `(${named.insert})` };
  });
  return { replace, items };
}

/** The word around the offset; the letter of an escape such as `\\n` before it is no part of it. */
function wordAt(document: Document, offset: number): Span {
  const word = wordAround(document.text, offset);
  const slice = sliceAt(document, offset);
  if (!slice || !isQuoted(slice)) return word;
  const text = document.text.whole();
  let { start, end } = word;
  while (start < offset && splitsEscape(text, slice, start)) start++;
  while (end > offset && splitsEscape(text, slice, end)) end--;
  return { start, end };
}

function inValue(
  document: Document,
  command: Command,
  { parameter, item }: Pick<Extract<Cursor, { kind: 'value' }>, 'parameter' | 'item'>,
  offset: number,
  estate: Estate,
  word: Span,
): Completion {
  const place = placeOf(document, command, estate);
  const quotes = insideQuotes(document, command, item, offset);
  const replace = quotes ?? word;
  const { items, isIncomplete } = valueItems(place, parameter, offset, document.text.slice(replace.start, offset));
  if (quotes) return { replace, items: items.map((one) => spelledName(one, 'in-quotes')), isIncomplete };
  const sample = command.body.verb?.text ?? '';
  const quoting = place.quotesNames ? 'quoted' : 'plain';
  return { replace, items: items.map((one) => spelledName(spelled(one, sample), quoting)), isIncomplete };
}

function keywordItems(cursor: InCommand, place: Place): readonly CompletionItem[] {
  const { body } = cursor.command;
  if (!body.verbName) return [];
  if (isObjectPlace(cursor)) return objectItems(body.verbName);
  return parameterItems(place, cursor.kind === 'keyword' ? cursor.parameter.keyword : undefined);
}

const isObjectPlace = (cursor: InCommand): boolean => {
  const { body } = cursor.command;
  return !body.objectName || (cursor.kind === 'keyword' && cursor.parameter === body.object);
};

type InCommand = Exclude<Cursor, { kind: 'outside' | 'verb' }>;

/** The value that the caret is in; a list that is still open goes on over lines. */
function valueAt(
  cursor: InCommand,
  offset: number,
): { readonly parameter: Parameter; readonly item: ValueItem | undefined } | undefined {
  if (cursor.kind === 'value') return cursor;
  if (cursor.kind === 'keyword') return undefined;
  const { command } = cursor;
  const open = command.body.parameters.findLast((p) => command.start + p.span.start < offset);
  const isOpen = open?.value !== undefined && command.body.raw.charAt(open.span.end - 1) !== ')';
  return open && isOpen ? { parameter: open, item: undefined } : undefined;
}

/** Nobody but the template's own engine knows what goes there. */
const isInHole = (command: Command, cursor: Cursor, offset: number): boolean =>
  cursor.kind === 'value' &&
  (cursor.item?.holes ?? []).some((hole) => {
    const { start, end } = spanIn(command, hole.span);
    return start < offset && offset < end;
  });

const commentAt = (document: Document, offset: number): Span | undefined =>
  document.slices.flatMap((slice) => slice.comments.find((c) => c.start < offset && offset <= c.end) ?? [])[0];

function inComment({ text }: Document, comment: Span, offset: number, estate: Estate): Completion {
  let start = offset;
  while (start > comment.start && /[\w.-]/.test(text.slice(start - 1, start))) start--;
  return { replace: { start, end: offset }, items: commentItems(text.slice(comment.start, offset), estate) };
}

/** The verb of the nearest command above: a new line goes on as the file was begun. */
function verbBefore(document: Document, offset: number): string {
  let sample = '';
  for (const slice of document.slices)
    for (const { start, body } of slice.commands) {
      if (start >= offset) return sample;
      sample = body.verb?.text ?? sample;
    }
  return sample;
}

/** Verbs, keywords and MQ's words follow the writer's case; names stay as they are. */
const spelled = (item: CompletionItem, sample: string): CompletionItem =>
  item.kind === 'name' ? item : { ...item, insert: inCaseOf(sample, item.insert) };
