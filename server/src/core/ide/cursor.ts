import { type Command, commandsOf, type Document, type Parameter, spanIn, type ValueItem } from '#core/syntax/tree.ts';
import { touches } from '#core/text/span.ts';

/** Where in the MQSC an offset is. A caret that touches the end of something is in it. */
export type Cursor =
  /** In no command: on a blank line, in a comment, in text that is no MQSC. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'verb'; readonly command: Command }
  | { readonly kind: 'keyword'; readonly command: Command; readonly parameter: Parameter }
  /** Inside the parentheses; `item` is the element that the offset touches. */
  | {
      readonly kind: 'value';
      readonly command: Command;
      readonly parameter: Parameter;
      readonly item: ValueItem | undefined;
    }
  /** In a command, between its parameters or behind the last one. */
  | { readonly kind: 'gap'; readonly command: Command };

export function cursorAt(document: Document, offset: number): Cursor {
  const command = commandAt(document, offset);
  if (!command) return { kind: 'outside' };
  const at = offset - command.start;
  const { verb, parameters } = command.body;
  if (verb && touches(verb.span, at)) return { kind: 'verb', command };
  const parameter = parameters.find((p) => touches(p.span, at));
  if (!parameter) return { kind: 'gap', command };
  if (touches(parameter.keywordSpan, at)) return { kind: 'keyword', command, parameter };
  if (!parameter.value || !touches(parameter.value.inner, at)) return { kind: 'gap', command };
  return { kind: 'value', command, parameter, item: parameter.value.items.find((item) => touches(item.span, at)) };
}

/** The command that holds the offset, or that a person who types at the offset goes on with. */
export function commandAt(document: Document, offset: number): Command | undefined {
  const before = lastStartingBefore(document, offset);
  if (!before) return undefined;
  if (offset < before.end) return before;
  if (isEnded(before)) return undefined;
  if (offset === before.end) return before;
  const endsInContinuation = /[+-]$/.test(document.text.slice(before.start, before.end));
  const from = endsInContinuation ? before.end - 1 : before.end;
  return continues(document.text.slice(from, offset)) ? before : undefined;
}

/** Behind its `;` the next command begins; one in a value that is still open ends nothing. */
const isEnded = ({ body }: Command): boolean => {
  const last = body.parameters.at(-1) ?? body.verb;
  return body.raw.endsWith(';') && (last?.span.end ?? 0) < body.raw.length;
};

/** Blanks on the same line, or a continuation character and then lines of comments and blanks. */
const continues = (between: string): boolean =>
  /^[ \t,]*(?:[+-][ \t]*\r?\n(?:\*[^\n]*\n|[ \t]*\r?\n)*[ \t]*)?$/.test(between);

function lastStartingBefore(document: Document, offset: number): Command | undefined {
  let found: Command | undefined;
  for (const command of commandsOf(document)) {
    if (command.start > offset) break;
    found = command;
  }
  return found;
}

/** The characters of the source that an item of a cursor stands for. */
export const itemSpan = (command: Command, item: ValueItem) => spanIn(command, item.span);
