import { mayHoldTemplateComment } from '#core/syntax/template-comment.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { Change } from '#core/text/change.ts';
import type { SourceText } from '#core/text/source-text.ts';

/**
 * Whether a template's comment of many lines may stand in the document or in the text after the edit: what a line means can then depend
 * on lines far above. A document is searched once; after an edit only the place where the edit can have begun such a comment.
 */
export function mayHoldFarComment(document: Document, change: Change, text: SourceText): boolean {
  const known = mayHold.get(document) ?? mayHoldTemplateComment(document.text.whole());
  mayHold.set(document, known);
  return known || mayBeginFarComment(change, text);
}

/** Says of a document that an edit made of one without such comments that it has none either. */
export const hasNoFarComment = (document: Document): void => void mayHold.set(document, false);

const mayHold = new WeakMap<Document, boolean>();

/** What begins such a comment is made of a few characters, so it ends with their run around the edit. */
function mayBeginFarComment({ start, newEnd }: Change, text: SourceText): boolean {
  const ahead = /[\s{#/*-]*$/.exec(text.slice(start - longestRun, start))?.[0] ?? '';
  const behind = /^[\s{#/*-]*/.exec(text.slice(newEnd, newEnd + longestRun))?.[0] ?? '';
  if (ahead.length === longestRun || behind.length === longestRun) return mayHoldTemplateComment(text.whole());
  return mayHoldTemplateComment(ahead + text.slice(start, newEnd) + behind);
}

/** In characters; a banner of asterisks is shorter. */
const longestRun = 300;
