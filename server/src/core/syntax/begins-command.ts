import { objectName, verbName } from '#core/facts/lookup.ts';

/**
 * Whether a line's text, `first` to `end`, begins as only a command can: verb, blanks, object type, and its name or nothing.
 * No parameter of MQ's is followed by a word that names an object type and has a value of its own.
 */
export function beginsCommand(text: string, first: number, end: number): boolean {
  let at = first;
  while (at < end && isLetter(text.charCodeAt(at))) at++;
  const next = text.charCodeAt(at);
  if (at - first < 3 || (next !== 32 && next !== 9)) return false;
  if (verbName(text.slice(first, at)) === undefined) return false;
  const object = /^\s+([A-Za-z]+)\s*(?:\(|$)/.exec(text.slice(at, end))?.[1];
  return object !== undefined && objectName(object) !== undefined;
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
