import { type Hover, MarkupKind, type TextDocumentPositionParams } from 'vscode-languageserver';
import type { CompareRequest } from '#protocol/messages.ts';
import type { Context } from './context.ts';
import { placeOf } from './place-of.ts';

export function hover({ service, texts, client }: Context, params: TextDocumentPositionParams): Hover | null {
  const { textDocument } = params;
  const place = placeOf(texts, params);
  const answer = place && service.hover(place.source, place.offset);
  if (!answer || !place) return null;
  const links = client.playsForward
    ? [
        ...(answer.clones ?? []).map((of) => compareLink({ ...of, near: textDocument.uri })),
        ...(answer.queueManagers ?? []).map((name) => effectiveLink(name, textDocument.uri)),
      ]
    : [];
  return {
    contents: { kind: MarkupKind.Markdown, value: [answer.content, ...links].join('\n\n') },
    range: texts.rangeOf(place.source, answer.span),
  };
}

function effectiveLink(queueManager: string, near: string): string {
  const asked = encodeURIComponent(JSON.stringify([{ queueManager, near }]));
  return `[Effective definitions of ${queueManager}](command:mqsc.showEffectiveDefinitions?${asked})`;
}

const compareLink = (request: CompareRequest): string =>
  `[Compare the instances of ${request.name} in ${request.cluster}](command:mqsc.compareClones?${encodeURIComponent(JSON.stringify([request]))})`;
