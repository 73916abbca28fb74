import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

/** Links to files and, when the client has them, to the pages of rules. */
export function documentLinks(
  { service, texts, client }: Context,
  { textDocument }: DocumentLinkParams,
): DocumentLink[] {
  const source = canonicalUri(textDocument.uri);
  return service.documentLinks(source).flatMap(({ span, target }) => {
    const range = texts.rangeOf(source, span);
    if (target.kind === 'source') return [{ range, target: texts.uriOf(target.source) }];
    return client.rulePages === undefined ? [] : [{ range, target: `${client.rulePages}/${target.code}.md` }];
  });
}
