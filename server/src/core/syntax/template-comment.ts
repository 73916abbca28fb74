// Go and Helm write such comments as `{{/* … */}}`, Jinja as `{# … #}`; either may go over many lines.

/** Where a template's own comment that begins here ends; -1 when it never does, undefined when none begins. */
export function templateCommentEnd(text: string, at: number, to: number): number | undefined {
  opening.lastIndex = at;
  const opened = opening.exec(text);
  if (!opened) return undefined;
  const from = at + opened[0].length;
  const close = opened[0] === '{#' ? text.indexOf('#}', from) : endOfGoComment(text, from);
  return close < 0 || close >= to ? -1 : close + 2;
}

/** Whether the text may hold such a comment: what a line means can then depend on lines far above. */
export const mayHoldTemplateComment = (text: string): boolean =>
  // Asked at each keystroke: looking for fixed characters first is ten times as fast in a large text.
  text.includes('{#') || (text.includes('{{') && /\{\{-?\s*\/\*/.test(text));

const opening = /\{#|\{\{-?\s*\/\*/y;

function endOfGoComment(text: string, from: number): number {
  const star = text.indexOf('*/', from);
  return star < 0 ? -1 : text.indexOf('}}', star);
}
