import type { Range } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Service } from '#core/service-types.ts';
import type { SourceId, Span } from '#core/text/span.ts';
import { canonicalUri } from './canonical-uri.ts';

/**
 * The sources as the editor counts them: lines and characters here, offsets in the core. Holds the text of every document
 * that the editor has open, and lines of the others for as long as their text stays.
 */
export interface Texts {
  open(uri: string, languageId: string, version: number, text: string): SourceId;
  /** Applies the changes in their order, to this text and to the service's; undefined for a document that is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): SourceId | undefined;
  close(uri: string): SourceId;
  isOpen(source: SourceId): boolean;
  /** Of an open document. */
  version(source: SourceId): number | undefined;
  /** As the client spelt it, where it did. */
  uriOf(source: SourceId): string;
  /** Undefined for a source that nobody knows. */
  document(source: SourceId): TextDocument | undefined;
  rangeOf(source: SourceId, span: Span): Range;
}

export function texts(service: Service): Texts {
  const opened = new Map<SourceId, TextDocument>();
  const closed = new Map<SourceId, TextDocument>();

  const document = (source: SourceId): TextDocument | undefined => {
    const editors = opened.get(source);
    if (editors !== undefined) return editors;
    const text = service.text(source);
    if (text === undefined) return undefined;
    const known = closed.get(source);
    if (known?.getText() === text) return known;
    const made = TextDocument.create(source, '', 0, text);
    closed.set(source, made);
    return made;
  };

  return {
    open(uri, languageId, version, text) {
      const source = canonicalUri(uri);
      opened.set(source, TextDocument.create(uri, languageId, version, text));
      closed.delete(source);
      if (service.text(source) !== text) service.open(source, text);
      return source;
    },
    change(uri, version, changes) {
      const source = canonicalUri(uri);
      const text = opened.get(source);
      if (text === undefined) return undefined;
      const edits = changes.map((change) => {
        const span =
          'range' in change
            ? { start: text.offsetAt(change.range.start), end: text.offsetAt(change.range.end) }
            : { start: 0, end: text.getText().length };
        TextDocument.update(text, [change], version);
        return { span, newText: change.text };
      });
      service.change(source, edits, text.getText());
      return source;
    },
    close(uri) {
      const source = canonicalUri(uri);
      opened.delete(source);
      return source;
    },
    isOpen: (source) => opened.has(source),
    version: (source) => opened.get(source)?.version,
    uriOf: (source) => opened.get(source)?.uri ?? source,
    document,
    rangeOf(source, { start, end }) {
      const text = document(source);
      if (text === undefined) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      return { start: text.positionAt(start), end: text.positionAt(end) };
    },
  };
}
