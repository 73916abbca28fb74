import type { Span } from '#core/text/span.ts';
import { type QuotedStyle, quotedOrFlow } from './quoted-or-flow.ts';

/** A block scalar or a quoted one of a YAML text and where it stands. */
export interface YamlScalar {
  readonly style: 'literal' | 'folded' | QuotedStyle;
  /** Columns of a block scalar's lines that belong to YAML rather than to its text; 0 for a quoted one. */
  readonly indent: number;
  /** Of a block scalar from the first character of the first line to the end of the last line that is not blank, else what is in the quotes. */
  readonly span: Span;
  /** Keys that lead to it, sequences left out. */
  readonly path: readonly string[];
  /** What the YAML document around it calls itself: the queue manager's name of a resource that states it, or the resource's own. */
  readonly owner: string | undefined;
}

/**
 * Finds block scalars line by line, and quoted scalars, those in flow style among them. YAML templates are no valid YAML before they are filled in, so no YAML parser is asked;
 * lines that hold nothing but template directives belong to the scalar whatever their column.
 */
export function yamlScalars(text: string): readonly YamlScalar[] {
  const scalars: YamlScalar[] = [];
  let keys: Key[] = [];
  let documentScalars: Omit<YamlScalar, 'owner'>[] = [];
  let names = new Map<string, string>();
  const endDocument = (): void => {
    const owner = ownerPaths.map((path) => names.get(path)).find((name) => name !== undefined);
    for (const scalar of documentScalars) scalars.push({ ...scalar, owner });
    documentScalars = [];
    names = new Map();
    keys = [];
  };

  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    let next = end + 1;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) endDocument();
    const entry = entryPattern.exec(line);
    if (entry) {
      const column = (entry[1] ?? '').length;
      const key = unquote(entry[2] ?? '');
      keys = keys.filter((outer) => outer.column < column);
      if (key !== '') keys.push({ column, key });
      const rest = entry[3] ?? '';
      const value = rest.trim();
      const header = scalarHeader.exec(value);
      const path = keys.map((outer) => outer.key);
      const parent = key === '' ? column - 1 : column;
      const valueAt = at + line.length - rest.length + (/^\s*(?:[!&]\S*\s+)*/.exec(rest)?.[0].length ?? 0);
      if (header) {
        const scalar = scalarBelow(text, next, parent, header);
        if (scalar) {
          documentScalars.push({ ...scalar, path });
          next = scalar.next;
        }
      } else if (beginsQuotedOrFlow.test(text.slice(valueAt, valueAt + 2))) {
        const { values, end: valueEnd } = quotedOrFlow(text, valueAt, parent);
        for (const { style, span, keys: inner } of values) {
          const scalarPath = [...path, ...inner];
          names.set(scalarPath.join('.'), text.slice(span.start, span.end));
          if (style !== 'plain') documentScalars.push({ style, indent: 0, span, path: scalarPath });
        }
        next = Math.max(next, lineEnd(text, valueEnd) + 1);
      } else if (value !== '') {
        names.set(path.join('.'), unquote(value.replace(/\s+#.*$/, '')));
      }
    }
    at = next;
  }
  endDocument();
  return scalars;
}

interface Key {
  readonly column: number;
  readonly key: string;
}

/** Indentation and dashes; a key, quoted or plain, if there is one; the rest of the line. */
const entryPattern = /^([ ]*(?:-[ ]+)*)(?:("[^"]*"|'[^']*'|[^\s#'":{}[\]|>-][^:#]*?)\s*:(?=\s|$))?(.*)$/;

const scalarHeader = /^(?:[!&]\S*\s+)*([|>])([1-9]?)[+-]?([1-9]?)\s*(?:#.*)?$/;

/** A template's `{{ x }}` and `{% x %}` are no mapping. */
const beginsQuotedOrFlow = /^(?:["'[]|\{(?![{%]))/;

const ownerPaths = ['spec.queueManager.name', 'queueManager.name', 'metadata.name'];

const unquote = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const isTemplateLine = (line: string): boolean => /^\s*(?:\{\{.*\}\}|\{%.*%\})\s*$/.test(line);

type ScalarBelow = Pick<YamlScalar, 'style' | 'indent' | 'span'> & { readonly next: number };

/** Nothing is written below the header yet: any column deeper than the parent's will do. */
const emptyScalar = (from: number, parent: number, header: RegExpExecArray, at: number): ScalarBelow => ({
  style: header[1] === '>' ? 'folded' : 'literal',
  indent: Math.max(parent, 0) + 1,
  span: { start: from, end: from },
  next: at,
});

/** The lines below a header that are indented deeper than its parent; undefined when there are none. */
function scalarBelow(text: string, from: number, parent: number, header: RegExpExecArray): ScalarBelow | undefined {
  const stated = Number(header[2] || header[3] || 0);
  let indent = stated > 0 ? Math.max(parent, 0) + stated : 0;
  let end = from;
  let at = from;
  while (at < text.length) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, stop);
    const trimmed = line.trim();
    if (trimmed !== '' && !isTemplateLine(line)) {
      const column = line.length - line.trimStart().length;
      if (column <= parent || column < indent) break;
      if (indent === 0) indent = column;
    }
    if (trimmed !== '') end = at + line.trimEnd().length;
    at = stop + 1;
  }
  if (indent === 0) return from < text.length ? emptyScalar(from, parent, header, at) : undefined;
  return {
    style: header[1] === '>' ? 'folded' : 'literal',
    indent,
    span: { start: from, end },
    next: Math.min(at, text.length),
  };
}
