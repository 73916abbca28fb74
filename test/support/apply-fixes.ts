import type { Fix } from '#core/rules/rule.ts';
import type { SourceId, Span } from '#core/text/span.ts';

interface Edit extends Span {
  readonly newText: string;
}

/** The text of a source after these fixes; one whose edits overlap those of an earlier one is left out, as an editor does. */
export function applyFixes(source: SourceId, text: string, fixes: readonly Fix[]): string {
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    const own = edits.filter((edit) => edit.source === source);
    const isFree = own.every((edit) =>
      taken.every((earlier) => areApart({ ...edit.span, newText: edit.newText }, earlier)),
    );
    if (isFree) taken.push(...own.map(({ span, newText }) => ({ ...span, newText })));
  }
  let result = text;
  for (const { start, end, newText } of taken.toSorted((a, b) => b.start - a.start || b.end - a.end))
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}

/** The same insertion, offered by two findings, is one edit. */
const areApart = (a: Edit, b: Edit): boolean =>
  (a.end <= b.start || b.end <= a.start) && !(a.start === b.start && a.end === b.end && a.newText === b.newText);
