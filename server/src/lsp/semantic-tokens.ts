import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { SemanticToken } from '#core/ide/answers.ts';
import { semanticTokenModifiers, semanticTokenTypes } from '#core/ide/token-names.ts';
import type { SourceText } from '#core/text/source-text.ts';
import type { SourceId, Span } from '#core/text/span.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

/** The colours of a whole document, kept until the next request so that it can be answered by what changed. */
export function semanticTokens(context: Context, params: SemanticTokensParams): SemanticTokens {
  const source = canonicalUri(params.textDocument.uri);
  const builder = new SemanticTokensBuilder();
  push(builder, context, source, undefined);
  sentTo(context).set(source, builder);
  return builder.build();
}

/** What changed since the colours that the editor has; all of them when it has others than the last ones sent. */
export function semanticTokensDelta(
  context: Context,
  params: SemanticTokensDeltaParams,
): SemanticTokens | SemanticTokensDelta {
  const source = canonicalUri(params.textDocument.uri);
  const builder = sentTo(context).get(source);
  if (builder === undefined) return semanticTokens(context, params);
  builder.previousResult(params.previousResultId);
  push(builder, context, source, undefined);
  return builder.buildEdits();
}

/** The colours of what the editor shows. */
export function semanticTokensInRange(context: Context, params: SemanticTokensRangeParams): SemanticTokens {
  const source = canonicalUri(params.textDocument.uri);
  const builder = new SemanticTokensBuilder();
  push(builder, context, source, params.range);
  return builder.build();
}

/** The last colours of each document, for one session. */
const sent = new WeakMap<Context['texts'], Map<SourceId, SemanticTokensBuilder>>();

function sentTo({ texts }: Context): Map<SourceId, SemanticTokensBuilder> {
  const known = sent.get(texts) ?? new Map<SourceId, SemanticTokensBuilder>();
  sent.set(texts, known);
  for (const source of known.keys()) if (texts.document(source) === undefined) known.delete(source);
  return known;
}

function push(builder: SemanticTokensBuilder, context: Context, source: SourceId, range: Range | undefined): void {
  const { service, texts, client } = context;
  const document = texts.document(source);
  if (document === undefined) return;
  const within = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  for (const token of service.semanticTokens(source, within)) {
    for (const piece of client.takesMultilineTokens ? [token.span] : lines(document, token.span)) {
      const { line, character } = document.positionAt(piece.start);
      builder.push(line, character, piece.end - piece.start, semanticTokenTypes.indexOf(token.type), bits(token));
    }
  }
}

/** The parts of a span on each line it touches, without line ends and empty parts. */
function lines(document: SourceText, span: Span): Span[] {
  const text = document.slice(span.start, span.end);
  if (!text.includes('\n')) return [span];
  return [...text.matchAll(/[^\r\n]+/g)].map(({ index, 0: { length } }) => ({
    start: span.start + index,
    end: span.start + index + length,
  }));
}

const bits = ({ modifiers }: SemanticToken): number =>
  modifiers.reduce((sum, modifier) => sum | (1 << semanticTokenModifiers.indexOf(modifier)), 0);
