import { sourceKind } from './source-kinds.ts';
import { rereadDocument } from './sources/change-document.ts';
import { readDocument } from './sources/read-document.ts';
import type { Document } from './syntax/tree.ts';
import type { Replacement } from './text/apply-edits.ts';
import { type Change, changeOf, joinChanges } from './text/change.ts';
import { type SourceText, sourceText } from './text/source-text.ts';
import type { SourceId } from './text/span.ts';

/** A source as it is held. The two YAML files are read when they are needed. */
export interface Held {
  readonly text: SourceText;
  /** Of MQSC. After an edit it is read again when it is first asked for: a keystroke can be answered without. */
  readonly document: Document | undefined;
  /** As it is after an edit. */
  edited(edit: Replacement): Held;
}

export function hold(source: SourceId, text: string): Held {
  if (sourceKind(source) !== 'mqsc') return heldText(sourceText(text));
  const document = readDocument(source, text);
  return heldMqsc(document.text, document, undefined);
}

const heldText = (text: SourceText): Held => ({
  text,
  document: undefined,
  edited: (edit) => heldText(text.edited(edit)),
});

/** `read` is the document that the text was before the change. */
function heldMqsc(text: SourceText, read: Document, change: Change | undefined): Held {
  let [known, since] = [read, change];
  return {
    text,
    get document() {
      if (since) known = rereadDocument(known, since, text);
      since = undefined;
      return known;
    },
    edited: (edit) => heldMqsc(text.edited(edit), known, joinChanges(since, changeOf(edit))),
  };
}
