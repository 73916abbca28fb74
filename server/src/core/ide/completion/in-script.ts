import type { Document } from '#core/syntax/tree.ts';

/**
 * Whether what is typed at the offset is MQSC: anywhere in a script; in YAML inside a slice, or on a blank line below it that is
 * indented as its text is.
 */
export function isInScript({ kind, text, slices }: Document, offset: number): boolean {
  if (kind === 'mqsc') return true;
  const slice = slices.findLast(({ span }) => span.start <= offset);
  if (!slice) return false;
  const { end } = slice.span;
  if (offset <= end && end > slice.span.start) return true;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(end, offset).trim() === '' && offset - lineStart >= slice.margin;
}
