import type { Command, Document } from '#core/syntax/tree.ts';

/** Whether the command stands in folded text of a YAML file, which joins lines of one column to one. */
export function isFolded({ kind, text, slices }: Document, command: Command): boolean {
  if (kind !== 'yaml') return false;
  const slice = slices.find(({ span }) => span.start <= command.start && command.end <= span.end);
  return slice === undefined || />[1-9+-]*[ \t]*(?:#.*)?\r?\n$/.test(text.slice(0, slice.span.start));
}
