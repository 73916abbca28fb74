import { quoted, quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import { type Command, type Document, quoteWidth, type ValueItem } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import type { CompletionItem } from '../answers.ts';

/** The inside of the quotes that the offset is in, as far as it stands on one line; undefined outside of quotes. */
export function insideQuotes(
  document: Document,
  command: Command,
  item: ValueItem | undefined,
  offset: number,
): Span | undefined {
  if (item?.kind !== 'quoted') return undefined;
  const from = command.start + item.span.start;
  const width = quoteWidth(document, from);
  const start = from + width;
  const isClosed = item.written.length > 1 && item.written.endsWith("'");
  const end = command.start + item.span.end - (isClosed ? width : 0);
  if (offset < start || offset > end || document.text.slice(start, end).includes('\n')) return undefined;
  return { start, end };
}

/** A name as it must be written here: bare inside of quotes, else in quotes where MQ wants them or the file has them. */
export function spelledName(item: CompletionItem, place: 'in-quotes' | 'quoted' | 'plain'): CompletionItem {
  if (item.kind !== 'name') return item;
  if (place === 'in-quotes') return { ...item, insert: item.insert.replaceAll("'", "''") };
  return { ...item, insert: place === 'quoted' ? quoted(item.insert) : quoteIfNeeded(item.insert) };
}
