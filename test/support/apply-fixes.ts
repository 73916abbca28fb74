import type { Fix } from '#core/rules/rule.ts';
import type { SourceId } from '#core/text/span.ts';

/** The text of a source after these fixes; one whose edits overlap those of an earlier one is left out, as an editor does. */
export function applyFixes(source: SourceId, text: string, fixes: readonly Fix[]): string {
  const taken: { start: number; end: number; newText: string }[] = [];
  for (const { edits } of fixes) {
    const own = edits.filter((edit) => edit.source === source);
    const isFree = own.every(({ span }) => taken.every(({ start, end }) => span.end <= start || end <= span.start));
    if (isFree) taken.push(...own.map(({ span, newText }) => ({ ...span, newText })));
  }
  let result = text;
  for (const { start, end, newText } of taken.toSorted((a, b) => b.start - a.start || b.end - a.end))
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}
