import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Service } from '#core/service-types.ts';
import type { SourceText } from '#core/text/source-text.ts';
import type { SourceId, Span } from '#core/text/span.ts';
import { canonicalUri } from './canonical-uri.ts';

/** The sources as the editor counts them: lines and characters here, offsets in the core. The texts themselves are the service's. */
export interface Texts {
  open(uri: string, version: number, text: string): SourceId;
  /** Applies the changes in their order; undefined for a document that is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): SourceId | undefined;
  close(uri: string): SourceId;
  isOpen(source: SourceId): boolean;
  /** Of an open document. */
  version(source: SourceId): number | undefined;
  /** As the client spelt it, where it did. */
  uriOf(source: SourceId): string;
  /** Undefined for a source that nobody knows. */
  document(source: SourceId): SourceText | undefined;
  rangeOf(source: SourceId, span: Span): Range;
}

interface Opened {
  readonly uri: string;
  readonly version: number;
}

export function texts(service: Service): Texts {
  const opened = new Map<SourceId, Opened>();

  const spanOf = (text: SourceText, range: Range | undefined): Span => {
    if (range === undefined) return { start: 0, end: text.length };
    const [one, other] = [text.offsetAt(range.start), text.offsetAt(range.end)];
    return { start: Math.min(one, other), end: Math.max(one, other) };
  };

  return {
    open(uri, version, text) {
      const source = canonicalUri(uri);
      opened.set(source, { uri, version });
      if (service.text(source) !== text) service.open(source, text);
      return source;
    },
    change(uri, version, changes) {
      const source = canonicalUri(uri);
      const known = opened.get(source);
      if (known === undefined) return undefined;
      opened.set(source, { ...known, version });
      for (const change of changes) {
        const text = service.lines(source);
        const range = 'range' in change ? change.range : undefined;
        if (text) service.change(source, [{ span: spanOf(text, range), newText: change.text }]);
      }
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
    document: (source) => service.lines(source),
    rangeOf(source, { start, end }) {
      const text = service.lines(source);
      if (text === undefined) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      return { start: text.positionAt(start), end: text.positionAt(end) };
    },
  };
}
