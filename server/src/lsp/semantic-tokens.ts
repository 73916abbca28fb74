import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type SemanticToken, semanticTokenModifiers, semanticTokenTypes } from '#core/ide/answers.ts';
import type { Span } from '#core/text/span.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

export const legend: SemanticTokensLegend = {
  tokenTypes: [...semanticTokenTypes],
  tokenModifiers: [...semanticTokenModifiers],
};

/** The colours of a whole document, or of what the editor shows of it. */
export function semanticTokens(
  { service, texts, client }: Context,
  params: SemanticTokensParams | SemanticTokensRangeParams,
): SemanticTokens {
  const source = canonicalUri(params.textDocument.uri);
  const document = texts.document(source);
  if (document === undefined) return { data: [] };
  const within: Span | undefined =
    'range' in params
      ? { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) }
      : undefined;
  const builder = new SemanticTokensBuilder();
  for (const token of service.semanticTokens(source, within)) {
    for (const piece of client.takesMultilineTokens ? [token.span] : lines(document, token.span)) {
      const { line, character } = document.positionAt(piece.start);
      builder.push(line, character, piece.end - piece.start, semanticTokenTypes.indexOf(token.type), bits(token));
    }
  }
  return builder.build();
}

/** The parts of a span on each line it touches, without line ends and empty parts. */
function lines(document: TextDocument, span: Span): Span[] {
  const text = document.getText().slice(span.start, span.end);
  if (!text.includes('\n')) return [span];
  return [...text.matchAll(/[^\r\n]+/g)].map(({ index, 0: { length } }) => ({
    start: span.start + index,
    end: span.start + index + length,
  }));
}

const bits = ({ modifiers }: SemanticToken): number =>
  modifiers.reduce((sum, modifier) => sum | (1 << semanticTokenModifiers.indexOf(modifier)), 0);
