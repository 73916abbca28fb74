import type { Requests } from '#protocol/messages.ts';
import type { Context } from './context.ts';

export const estateChildren = (
  { service, texts }: Context,
  { id }: Requests['mqsc/estateChildren']['params'],
): Requests['mqsc/estateChildren']['result'] => ({
  nodes: service.estateChildren(id ?? undefined).map(({ at, ...node }) => ({
    ...node,
    at: at ? { uri: texts.uriOf(at.source), range: texts.rangeOf(at.source, at.span) } : null,
  })),
});
