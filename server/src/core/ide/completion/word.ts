import type { SourceText } from '#core/text/source-text.ts';
import type { Span } from '#core/text/span.ts';

/** The half-typed word before the offset, together with the rest of it behind: what an accepted item replaces. */
export function wordAround(text: SourceText, offset: number): Span {
  let start = offset;
  while (start > 0 && isWordCharacter(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && isWordCharacter(text.charCodeAt(end))) end++;
  return { start, end };
}

/** Letters, digits and what MQ names hold. */
const isWordCharacter = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 95 ||
  code === 46 ||
  code === 37 ||
  code === 47;

/** Spells what is inserted as the writer of the command does: lower case, but for quoted text, if what is there is lower case. */
export const inCaseOf = (sample: string, insert: string): string =>
  sample !== '' && sample === sample.toLowerCase() && sample !== sample.toUpperCase() ? lowerCase(insert) : insert;

const lowerCase = (text: string): string =>
  text.replace(/'[^']*'|[^']+/g, (part) => (part.startsWith("'") ? part : part.toLowerCase()));
