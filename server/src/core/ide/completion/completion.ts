import type { Estate } from '#core/model/model.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { Completion, CompletionItem } from '../answers.ts';
import { type Cursor, cursorAt } from '../cursor.ts';
import { ownersAt } from '../owner.ts';
import { objectItems } from './objects.ts';
import { parameterItems } from './parameters.ts';
import { valueItems } from './values.ts';
import { verbItems } from './verbs.ts';
import { inCaseOf, wordAround } from './word.ts';

/** What can stand at the offset. */
export function completion(document: Document, offset: number, estate: Estate): Completion {
  const replace = wordAround(document.text, offset);
  if (isComment(document, offset)) return { replace, items: [] };
  const cursor = cursorAt(document, replace.start === offset ? offset : replace.start);
  const sample =
    cursor.kind === 'outside' ? document.text.slice(replace.start, offset) : (cursor.command.body.verb?.text ?? '');
  const items = itemsAt(cursor, document, offset, estate);
  return { replace, items: items.map((item) => spelled(item, sample)) };
}

function itemsAt(cursor: Cursor, document: Document, offset: number, estate: Estate): readonly CompletionItem[] {
  if (cursor.kind === 'outside' || cursor.kind === 'verb') return verbItems();
  const { body } = cursor.command;
  const platform = ownersAt(estate, document.source, cursor.command.start)[0]?.platform ?? 'multi';
  if (cursor.kind === 'value') return valueItems(body, cursor.parameter, estate, platform);
  if (!body.verbName) return [];
  const isObjectPlace = !body.objectName || (cursor.kind === 'keyword' && cursor.parameter === body.object);
  if (isObjectPlace && offset >= cursor.command.start) return objectItems(body.verbName);
  return parameterItems(body, platform, cursor.kind === 'keyword' ? cursor.parameter.keyword : undefined);
}

const isComment = (document: Document, offset: number): boolean =>
  document.slices.some((slice) => slice.comments.some((c) => c.start < offset && offset <= c.end));

/** Verbs and keywords follow the writer's case; names, values and snippets stay as they are. */
const spelled = (item: CompletionItem, sample: string): CompletionItem =>
  item.kind === 'name' || item.kind === 'snippet' ? item : { ...item, insert: inCaseOf(sample, item.insert) };
