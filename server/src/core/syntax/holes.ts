/** A hole in a piece of text, measured from its first character. */
export interface HoleIn {
  readonly kind: 'insert' | 'placeholder';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Inserts that MQ fills in (`+QMNAME+`) and placeholders that a template engine fills in before MQ sees the text: `{{ x }}`,
 * `{% x %}`, `${X}`, `$X`, `$(x)`, `@@X@@`, `@X@`, `%X%`, `__X__`, `<X>`. A topic string's own `$SYS/` is none.
 */
export function holesIn(text: string): readonly HoleIn[] {
  if (!/[+{$@%<]|__/.test(text)) return none;
  const holes: HoleIn[] = [];
  for (const match of text.matchAll(hole)) {
    const marked = match[0];
    // Inside other marks a parenthesis belongs to what stands there: `{{ x | default('a') }}`.
    const name = marked.startsWith('$(')
      ? marked.slice(2, -1).trim()
      : marked.replace(/^[+{$@%_<\s-]+|[+}@%_>\s-]+$/g, '');
    const start = match.index;
    holes.push({ kind: marked.startsWith('+') ? 'insert' : 'placeholder', name, start, end: start + marked.length });
  }
  return holes;
}

const none: readonly HoleIn[] = [];
const hole =
  /\+[A-Za-z_]\w*\+|\{\{.{0,500}?\}\}|\{%.{0,500}?%\}|\$\{[^}]{0,500}\}|\$\([^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200}){0,5}\)|\$(?!SYS(?:\/|$))[A-Za-z_]\w*|@@\w+@@|@[A-Za-z_]\w*@|%[A-Za-z_]\w*%|__[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*__|<[A-Za-z_][\w .-]{0,500}>/gs;
