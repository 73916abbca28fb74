import type { ValueItem } from '#core/syntax/tree.ts';

/** What `+NAME+` stands for on one queue manager, by name. */
export type Inserts = ReadonlyMap<string, string>;

/** Fills in what is known, as a queue manager does that runs an automatic configuration script. */
export function fillText(text: string, inserts: Inserts): string {
  if (!text.includes('+')) return text;
  return text.replaceAll(insert, (written, name: string) => inserts.get(name.toUpperCase()) ?? written);
}

/** Whether the hole stays: an insert that nobody told the value of, or a placeholder of some template language. */
export const isUnknown = (hole: ValueItem['holes'][number], inserts: Inserts): boolean =>
  hole.kind === 'placeholder' || !inserts.has(hole.name.toUpperCase());

const insert = /\+([A-Za-z_][A-Za-z0-9_]*)\+/g;
