import { parseCommand } from '#core/syntax/parse-command.ts';
import type { CommandRange } from '#core/syntax/split-commands.ts';
import type { Command, CommandBody } from '#core/syntax/tree.ts';

/** Parses what the splitter found in `text`. Commands of equal text share one body. */
export const readCommands = (text: string, ranges: readonly CommandRange[]): readonly Command[] =>
  ranges.map(({ start, end, pieces, leadingComments }) => {
    const raw = text.slice(start, end);
    return { start, end, body: bodyOf(raw, start, pieces), leadingComments };
  });

/** Bounded: when full it starts anew, which costs one more parse per command and no bookkeeping in between. */
const bodies = new Map<string, CommandBody>();
const mostBodies = 20_000;

function bodyOf(raw: string, start: number, pieces: readonly number[] | undefined): CommandBody {
  const relative = pieces?.map((offset) => offset - start);
  // Inside YAML the same characters can fold otherwise, so the pieces are part of what the body depends on.
  const key = relative === undefined ? raw : `${relative.join()}\n${raw}`;
  const known = bodies.get(key);
  if (known !== undefined) return known;
  if (bodies.size >= mostBodies) bodies.clear();
  const body = parseCommand(raw, relative);
  bodies.set(key, body);
  return body;
}
