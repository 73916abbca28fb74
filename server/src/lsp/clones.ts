import type { CloneName } from '#core/ide/clones/comparison.ts';
import type { Requests } from '#protocol/messages.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Context } from './context.ts';
import { fileEdits } from './file-edits.ts';

type Params<M extends keyof Requests> = Requests[M]['params'];
type Result<M extends keyof Requests> = Requests[M]['result'];

export function compareClones(
  { service }: Context,
  { near, kind, name, cluster }: Params<'mqsc/compareClones'>,
): Result<'mqsc/compareClones'> {
  return service.compareClones({ kind, name, cluster }, sourceOf(near)) ?? null;
}

export const cloneFixes = (context: Context, { cell, near }: Params<'mqsc/cloneFixes'>): Result<'mqsc/cloneFixes'> => ({
  fixes: context.service.cloneFixes(cell, sourceOf(near)).map(({ title, edits }) => ({
    title,
    edits: fileEdits(context, edits),
  })),
});

export function clones(context: Context, place: Params<'mqsc/clones'>): Result<'mqsc/clones'> {
  return { clones: context.service.clones(), here: place === null ? [] : clonesHere(context, place) };
}

function clonesHere(
  { service, texts }: Context,
  { uri, line, character }: NonNullable<Params<'mqsc/clones'>>,
): readonly CloneName[] {
  const source = canonicalUri(uri);
  const document = texts.document(source);
  return document === undefined ? [] : service.clonesAt(source, document.offsetAt({ line, character }));
}

const sourceOf = (near: string | null): string | undefined => (near === null ? undefined : canonicalUri(near));
