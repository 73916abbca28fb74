import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Requests } from '#protocol/messages.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

type Asked = Requests['mqsc/effective']['params'];
type Reply = Requests['mqsc/effective']['result'];

/** The text of a document that only the client has, with the places that its comments name. */
export function effectiveDefinitions({ service, texts }: Context, { queueManager, near }: Asked): Reply {
  const made = service.effectiveMqsc(queueManager, near === null ? undefined : canonicalUri(near));
  if (!made) return null;
  const document = TextDocument.create('', 'mqsc', 0, made.text);
  return {
    text: made.text,
    origins: made.origins.map(({ span, target }) => ({
      range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
      uri: texts.uriOf(target.source),
      at: texts.rangeOf(target.source, target.span).start,
    })),
  };
}
