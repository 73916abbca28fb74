import { blockScalars } from '#core/sources/block-scalars.ts';
import type { Document, Slice } from '#core/syntax/tree.ts';

/** A slice whose lines are MQSC's lines, and how many columns of each belong to what is around it. */
export interface SliceWithMargin {
  readonly slice: Slice;
  readonly margin: number;
}

/** The slices that can be laid out: where YAML folds lines, they are not those that MQ will see. */
export function* slicesWithMargin({ kind, text, slices }: Document): Iterable<SliceWithMargin> {
  const scalars = new Map(kind === 'yaml' ? blockScalars(text).map((scalar) => [scalar.span.start, scalar]) : []);
  for (const slice of slices) {
    const scalar = scalars.get(slice.span.start);
    if (scalar?.style !== 'folded') yield { slice, margin: scalar?.indent ?? 0 };
  }
}
