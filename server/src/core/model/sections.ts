import type { Command, Document, Slice } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';

/** A run of commands of one slice that belongs to one owner: all of it, or what follows a `* @qmgr NAME` comment. */
export interface Section {
  readonly slice: Slice;
  readonly span: Span;
  readonly commands: readonly Command[];
  /** From the comment that starts the section. */
  readonly qmgrComment: string | undefined;
}

/** The sections of a document in the order of its text; a part without any command is left out. */
export const sectionsOf = (document: Document): readonly Section[] =>
  document.slices.flatMap((slice) => {
    const sections = kept.get(slice) ?? [...cutSlice(slice, document.text.whole())];
    kept.set(slice, sections);
    return sections;
  });

/** A section stays the same object as long as its slice does: by that an edit elsewhere is known to leave it alone. */
const kept = new WeakMap<Slice, readonly Section[]>();

function* cutSlice(slice: Slice, text: string): Iterable<Section> {
  const comments = mentionsOwner(text, slice.span) ? slice.comments : [];
  const starts: { at: number; name: string }[] = [];
  for (const comment of comments) {
    const line = text.slice(comment.start, comment.end);
    const name = /^\s*\*+\s*@qmgr[\s:]+['"]?([^\s'"]+)/i.exec(line)?.[1];
    if (name) starts.push({ at: comment.start, name });
  }
  let next = 0;
  for (const [index, { at, name }] of [{ at: slice.span.start, name: undefined }, ...starts].entries()) {
    const end = starts[index]?.at ?? slice.span.end;
    const first = next;
    while (next < slice.commands.length && (slice.commands[next]?.start ?? end) < end) next += 1;
    const commands = starts.length === 0 ? slice.commands : slice.commands.slice(first, next);
    if (commands.length > 0 || name !== undefined)
      yield { slice, span: { start: at, end }, commands, qmgrComment: name };
  }
}

/** A dump has ten thousands of comments; most texts never mention the word. */
function mentionsOwner(text: string, { start, end }: Span): boolean {
  return /@qmgr/i.test(text.slice(start, end));
}
