/**
 * The same string for the same short text. The keywords and usual values of a large estate stand in it a million times, and each piece that is
 * cut from a text is a string of its own.
 */
export function interned(text: string): string {
  if (text.length > longest) return text;
  const known = strings.get(text);
  if (known !== undefined) return known;
  if (strings.size < most) strings.set(text, text);
  return text;
}

/** A longer piece is kept as a view of the text that it was cut from, and would keep all of that. */
const longest = 12;

/** Keywords and usual values are a few hundred. */
const most = 4096;

const strings = new Map<string, string>();
