import { splitCommands } from '#core/syntax/split-commands.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import { readCommands } from './read-commands.ts';

/** Reads a source, whatever it holds; never fails. */
export function readDocument(source: SourceId, text: string): Document {
  const split = splitCommands(text);
  return {
    source,
    text,
    kind: 'mqsc',
    slices: [
      {
        span: { start: 0, end: text.length },
        commands: readCommands(text, split.commands),
        comments: split.comments,
        label: undefined,
        ownerHint: undefined,
        dump: undefined,
      },
    ],
    layoutProblems: split.problems,
  };
}
