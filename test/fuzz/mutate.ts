import type { Span } from '#core/text/span.ts';
import { makeCommand } from './make-mqsc.ts';
import type { Random } from './random.ts';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A change as a person, a paste or an accident makes it: a character, a word, a line, a piece from elsewhere. */
export function makeEdit(random: Random, text: string): Edit {
  const start = random.below(text.length + 1);
  const length = random.pick([0, 0, 0, 1, 1, 2, 5, 20, 80, 400]);
  const span = { start, end: Math.min(start + length, text.length) };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  switch (random.below(6)) {
    case 0:
      return { span, newText: makeCommand(random) };
    case 1: {
      const from = random.below(text.length + 1);
      return { span, newText: text.slice(from, from + random.below(120)) };
    }
    case 2:
      return { span: { start: lineStart, end: start }, newText: '' };
    case 3:
      return { span: { start: lineStart, end: lineStart }, newText: `${makeCommand(random)}\n` };
    default:
      return { span, newText: random.pick(typed) };
  }
}

/** A text after some edits, as a start. */
export function mutate(random: Random, text: string, most: number): string {
  let result = text;
  for (let left = random.below(most + 1); left > 0; left--) {
    const { span, newText } = makeEdit(random, result);
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result;
}

const typed = [
  '',
  '',
  'a',
  'Q',
  '1',
  ' ',
  '\n',
  '\n',
  '(',
  ')',
  "'",
  '"',
  ';',
  '+',
  ' +\n',
  '-',
  '*',
  '\n*',
  ',',
  '\t',
  '\r\n',
  '\r',
  '{{',
  '}}',
  '{#',
  '$' + '{',
  '<',
  '>',
  '%',
  'END\n',
  '# ',
  '|',
  '    ',
  ': ',
  '- ',
  '\ufeff',
  '\u0000',
  '\ud83d',
  '\u{1f600}',
  '\u2028',
  '@',
  '_',
  '&a ',
  '*a',
  '[',
  ']',
  '{',
  '}',
] as const;
