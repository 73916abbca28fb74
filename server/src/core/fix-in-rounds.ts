import type { Finding, Fix } from './rules/rule.ts';
import type { Service } from './service-types.ts';
import { editPieces, editsOfPieces, type Pieces, wholeText } from './text/compose-edits.ts';
import type { Location, SourceId, TextEdit } from './text/span.ts';

/** A finding and the one of its fixes that is to be made. */
export interface ChosenFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * Makes fixes in the service's texts. One fix can uncover another finding, or stand in the way of another fix, so it goes round: each round
 * takes what is compatible, until `choose` has nothing more or `rounds` are done. Returns, for each changed source, the edits of its first text.
 */
export function fixInRounds(
  service: Service,
  choose: () => readonly ChosenFix[],
  rounds: number,
): ReadonlyMap<SourceId, readonly TextEdit[]> {
  const changed = new Map<SourceId, { readonly length: number; pieces: Pieces }>();
  for (let round = 0; round < rounds; round++) {
    const edits = compatible(choose()).flatMap(({ fix }) => fix.edits);
    if (edits.length === 0) break;
    for (const [source, own] of Map.groupBy(edits, (edit) => edit.source)) {
      const text = service.text(source) ?? '';
      const before = changed.get(source) ?? { length: text.length, pieces: wholeText(text) };
      changed.set(source, { ...before, pieces: editPieces(before.pieces, own) });
      service.change(
        source,
        own.toSorted((a, b) => b.span.start - a.span.start),
      );
    }
  }
  return new Map(
    [...changed].map(([source, { pieces, length }]) => [
      source,
      editsOfPieces(pieces, length).map((edit) => ({ ...edit, source })),
    ]),
  );
}

/** Those whose edits touch no edit taken before, and that do not follow what another one leaves; the others wait for the next round. */
function compatible(chosen: readonly ChosenFix[]): readonly ChosenFix[] {
  const taken: ChosenFix[] = [];
  for (const one of chosen)
    if (!taken.some((other) => touch(one.fix, other.fix) || areOpposed(one.finding, other.finding))) taken.push(one);
  return taken;
}

const touch = (one: Fix, other: Fix): boolean =>
  one.edits.some((edit) => other.edits.some((taken) => meets(edit, taken)));

const meets = (a: TextEdit, b: TextEdit): boolean =>
  a.source === b.source && a.span.start <= b.span.end && b.span.start <= a.span.end;

/** Two that each name the other as what it differs from: made equal to each other at once they would only swap. */
const areOpposed = (one: Finding, other: Finding): boolean =>
  one.code === other.code && (names(one, other.at) || names(other, one.at));

const names = ({ related }: Finding, { source, span }: Location): boolean =>
  related?.some(({ at }) => at.source === source && at.span.start === span.start) ?? false;
