import type { CommandBody, Parameter } from './tree.ts';

/**
 * The words of a command without its lines: verb, then each parameter on its own, continuation taken out and everything else
 * as written. Undefined when the command holds anything else, such as a fault, a comment or a template's directive.
 */
export function parameterTexts(body: CommandBody): readonly string[] | undefined {
  const { raw, verb, parameters, problems } = body;
  if (!verb || problems.length > 0 || parameters.length === 0) return undefined;
  const texts = [raw.slice(verb.span.start, verb.span.end), ...parameters.map((p) => textOfParameter(raw, p))];
  // A comment between the halves of a split word is part of that word's span.
  if (texts.some((text) => text.includes('\n'))) return undefined;
  return solid(texts.join('')) === solid(raw) ? texts : undefined;
}

function textOfParameter(raw: string, { keyword, keywordSpan, value }: Parameter): string {
  const written = unbroken(raw.slice(keywordSpan.start, keywordSpan.end)) || keyword;
  if (!value) return written;
  const separator = keyword === 'WHERE' ? ' ' : ',';
  return `${written}(${value.items.map((item) => item.written).join(separator)})`;
}

/** Continuation after `+` drops the blanks of the next line, after `-` it keeps them (IBM: Building command scripts). */
const unbroken = (text: string): string => text.replace(/\+[ \t]*\r?\n[ \t]*|-[ \t]*\r?\n/g, '');

/** Every character that MQ does not take for a blank. */
const solid = (text: string): string =>
  unbroken(text)
    .replace(/[\s,]/g, '')
    .replace(/[;+-]+$/, '');
