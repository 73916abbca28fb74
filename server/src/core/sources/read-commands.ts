import { piecesFrom } from '#core/syntax/join-pieces.ts';
import { parseCommand } from '#core/syntax/parse-command.ts';
import { plainBody } from '#core/syntax/plain-body.ts';
import { type Marks, noMarks, scanPlain } from '#core/syntax/scan-plain.ts';
import type { CommandRange } from '#core/syntax/split-commands.ts';
import type { Command, CommandBody } from '#core/syntax/tree.ts';
import { longestCommand, unreadBody } from '#core/syntax/unread-body.ts';

/**
 * Parses what the splitter found in `text`. A command whose text is the same as one of `before` keeps that one's body, so that
 * what others have worked out for it stays valid.
 */
export function readCommands(
  text: string,
  ranges: readonly CommandRange[],
  before: readonly Command[] = [],
): readonly Command[] {
  const known = new Map<string, CommandBody>();
  for (const { body } of before) known.set(body.raw, body);
  const marks = noMarks((ranges.at(-1)?.end ?? 0) - (ranges[0]?.start ?? 0));
  return ranges.map((range) => {
    const { start, end, leadingComments } = range;
    const raw = text.slice(start, end);
    const body =
      before.length === 0
        ? readBody(text, range, raw, marks)
        : (known.get(raw) ?? readBody(text, range, detached(raw), marks));
    return { start, end, body, leadingComments };
  });
}

function readBody(text: string, range: CommandRange, raw: string, marks: Marks): CommandBody {
  if (raw.length > longestCommand) return unreadBody(raw);
  const from = marks.length;
  if (scanPlain(text, range, marks)) return plainBody(raw, marks, from, marks.length);
  return parseCommand(raw, range.pieces && piecesFrom(range.pieces, range.start));
}

/** The same characters as a string of their own: a slice would keep the whole text of each edit alive. */
const detached = (slice: string): string => ` ${slice}`.slice(1);
