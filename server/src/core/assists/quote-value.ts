import { attributeFacts } from '#core/facts/lookup.ts';
import { quoted, quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import { spanIn, type ValueItem } from '#core/syntax/tree.ts';
import { type Assist, type AssistPlace, offer } from './assist.ts';

/** A name or text in quotes, as MQ reads it now: in upper case. */
export const quoteValue: Assist = {
  name: 'quote-value',
  offers: (place) => {
    const { item } = place;
    if (item?.kind !== 'word' || !isName(place)) return [];
    return rewrite(place, item, quoted(item.text), `Write ${item.written} in quotes`);
  },
};

/** Without quotes, where MQ reads the same. */
export const unquoteValue: Assist = {
  name: 'unquote-value',
  offers: (place) => {
    const { item } = place;
    if (item?.kind !== 'quoted' || item.text === '' || quoteIfNeeded(item.text) !== item.text) return [];
    return rewrite(place, item, item.text, `Write ${item.written} without quotes`);
  },
};

function rewrite({ document, command }: AssistPlace, item: ValueItem, newText: string, title: string) {
  const isBroken = item.span.end - item.span.start !== item.written.length;
  if (isBroken || item.holes.length > 0 || command.body.problems.length > 0) return [];
  return offer(title, [{ source: document.source, span: spanIn(command, item.span), newText }]);
}

/** MQ's own words and numbers are never written in quotes. */
function isName({ command: { body }, parameter }: AssistPlace): boolean {
  if (!parameter || parameter === body.object) return parameter !== undefined;
  const type = attributeFacts(body.objectName ?? '', parameter.keyword)?.type;
  return type === 'name' || type === 'nameList' || type === 'string' || type === 'stringList';
}
