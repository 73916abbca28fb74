import type { CodeLensParams, Command, CodeLens as LspLens, Range } from 'vscode-languageserver';
import type { CodeLens } from '#core/ide/answers.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';

/** Lines above definitions. A client without the extension's commands gets those that only tell something. */
export function codeLens(context: Context, { textDocument }: CodeLensParams): LspLens[] {
  const source = canonicalUri(textDocument.uri);
  return context.service.codeLens(source).flatMap((lens) => {
    const range = context.texts.rangeOf(source, lens.span);
    const command = commandOf(context, lens, textDocument.uri, range);
    return command ? [{ range, command }] : [];
  });
}

function commandOf({ client, texts }: Context, { title, does }: CodeLens, uri: string, range: Range) {
  const told: Command = { title, command: '' };
  if (does === undefined) return told;
  if (!client.playsForward) return does.kind === 'show' ? told : undefined;
  if (does.kind === 'simulate')
    return { title, command: 'mqsc.simulateCluster', arguments: [{ queue: does.queue, cluster: does.cluster }] };
  if (does.kind === 'compare')
    return {
      title,
      command: 'mqsc.compareClones',
      arguments: [{ kind: 'queue', name: does.name, cluster: does.cluster, near: uri }],
    };
  if (does.kind === 'explain')
    return {
      title,
      command: 'mqsc.explainRoute',
      arguments: [{ queue: does.queue, from: does.from, bind: 'as-q-def' }],
    };
  const places = does.places.map(({ source, span }) => ({
    uri: texts.uriOf(source),
    range: texts.rangeOf(source, span),
  }));
  return { title, command: 'mqsc.showPlaces', arguments: [uri, range.start, places] };
}
