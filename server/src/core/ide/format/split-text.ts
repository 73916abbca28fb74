import { holesIn } from '#core/syntax/holes.ts';
import type { Piece } from './command-parts.ts';

export interface Room {
  /** Columns left on the line where the text begins, and on each further one; a continuation takes one of them. */
  readonly first: number;
  readonly next: number;
  /** Columns needed behind the last part. */
  readonly reserved: number;
}

/**
 * Splits a word or string that was split before, so that each part fits. No part begins with a blank, which `+` would drop, nor
 * with a `*`, which would make a comment of it; doubled quotes, inserts and placeholders stay whole.
 */
export function splitText({ text, splittable }: Piece, room: Room): readonly string[] {
  if (!splittable) return [text];
  const guarded = withoutInsides(text);
  const from = splittable.start + 2;
  const to = splittable.end - 2;
  const isCut = (at: number): boolean =>
    at >= from && at <= to && !/[\s*{';]/.test(guarded.charAt(at)) && text.charAt(at - 1) !== "'";

  const parts: string[] = [];
  let start = 0;
  for (let columns = room.first; text.length - start + room.reserved > columns; columns = room.next) {
    const cut = lastCut(text, start, start + columns - 1, isCut) ?? firstCut(start + columns, to, isCut);
    if (cut === undefined) break;
    parts.push(text.slice(start, cut));
    start = cut;
  }
  return [...parts, text.slice(start)];
}

/** The text with a `*` for every character of an insert or placeholder but its first. */
function withoutInsides(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of holesIn(text)) {
    result += text.slice(at, start + 1) + '*'.repeat(end - start - 1);
    at = end;
  }
  return result + text.slice(at);
}

/** The last place for a cut, behind a blank or comma if there is one in the last half. */
function lastCut(text: string, start: number, limit: number, isCut: (at: number) => boolean): number | undefined {
  let last: number | undefined;
  for (let at = limit; at > start; at--) {
    if (!isCut(at)) continue;
    last ??= at;
    if (at < (start + limit) / 2) break;
    if (/[\s,]/.test(text.charAt(at - 1))) return at;
  }
  return last;
}

function firstCut(from: number, to: number, isCut: (at: number) => boolean): number | undefined {
  for (let at = from; at <= to; at++) if (isCut(at)) return at;
  return undefined;
}
