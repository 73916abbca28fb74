import type { Span } from '#core/text/span.ts';
import type { CommandBody, Document, Parameter } from './tree.ts';
import { commandsOf } from './tree.ts';

/** The document's text put together again from its tree: every character, byte for byte, or the tree is wrong. */
export function printDocument(document: Document): string {
  let printed = '';
  let at = 0;
  for (const { start, end, body } of commandsOf(document)) {
    printed += document.text.slice(at, start) + printCommand(body);
    at = end;
  }
  return printed + document.text.slice(at);
}

/** A command's characters, put together from its words and what stands between them. */
export function printCommand(body: CommandBody): string {
  const { raw, verb, parameters } = body;
  let printed = '';
  let at = 0;
  for (const { start, end } of [verb ? [verb.span] : [], parameters.flatMap(leaves)].flat()) {
    printed += raw.slice(at, start) + raw.slice(start, end);
    at = end;
  }
  return printed + raw.slice(at);
}

const leaves = ({ keywordSpan, value }: Parameter): readonly Span[] => [
  keywordSpan,
  ...(value?.items.map(({ span }) => span) ?? []),
];
