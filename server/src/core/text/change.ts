import type { Replacement } from './apply-edits.ts';
import type { SourceText } from './source-text.ts';

/** Where a text was changed: a part of it, and where that part ends in the text that came after. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

export const changeOf = ({ span: { start, end }, newText }: Replacement): Change => ({
  start,
  oldEnd: Math.max(start, end),
  newEnd: start + newText.length,
});

/** Two changes, one after the other, as one that holds both. */
export function joinChanges(first: Change | undefined, second: Change): Change {
  if (!first) return second;
  const between = Math.max(first.newEnd, second.oldEnd);
  return {
    start: Math.min(first.start, second.start),
    oldEnd: between - first.newEnd + first.oldEnd,
    newEnd: between - second.oldEnd + second.newEnd,
  };
}

/** By how many characters the text became longer. */
export const growth = ({ oldEnd, newEnd }: Change): number => newEnd - oldEnd;

/** The change without the characters at its ends that are the same before and after. */
export function trimChange({ start, oldEnd, newEnd }: Change, before: SourceText, after: SourceText): Change {
  const old = before.slice(start, oldEnd);
  const now = after.slice(start, newEnd);
  const shorter = Math.min(old.length, now.length);
  let ahead = 0;
  while (ahead < shorter && old.charCodeAt(ahead) === now.charCodeAt(ahead)) ahead++;
  let behind = 0;
  while (
    behind < shorter - ahead &&
    old.charCodeAt(old.length - 1 - behind) === now.charCodeAt(now.length - 1 - behind)
  )
    behind++;
  return { start: start + ahead, oldEnd: oldEnd - behind, newEnd: newEnd - behind };
}
