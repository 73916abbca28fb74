import type { Span } from '#core/text/span.ts';

/** Text that a shell script hands to a command: a here-document, or a here-string in double quotes. */
export interface HereDocument {
  /** From the first character to the end of the last line that is not blank. */
  readonly span: Span;
  /** `<<-`: the shell takes the tabs at the start of each line away. */
  readonly dropsTabs: boolean;
  /** The shell fills in `$X` and joins lines that end in a backslash; not where the end mark is quoted. */
  readonly isExpanded: boolean;
  /** The line that it is handed to, with the lines that it continues. */
  readonly command: string;
}

/**
 * Finds here-documents line by line, as a shell does: those of one line follow one another. The inside of one is looked through as
 * well, because it may be a script itself; a document whose end mark is missing reaches to the end of the text.
 */
export function hereDocuments(text: string): readonly HereDocument[] {
  const found: HereDocument[] = [];
  let command = '';
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    command = /^\s*#/.test(line) ? '' : command + line;
    let next = end + 1;
    for (const { mark, dropsTabs, isExpanded } of marksIn(line, command)) {
      const body = bodyBelow(text, next, mark, dropsTabs);
      if (next <= text.length) found.push({ span: { start: next, end: body.end }, dropsTabs, isExpanded, command });
      next = body.next;
    }
    const here = hereString(text, at, end, command);
    if (here) found.push(here);
    command = line.endsWith('\\') ? `${command.slice(0, -1)} ` : '';
    at = end + 1;
  }
  return found;
}

interface Mark {
  readonly mark: string;
  readonly dropsTabs: boolean;
  readonly isExpanded: boolean;
}

/** `<<EOF`, `<<-'EOF'`, `<< "EOF"`, `<<\EOF`; not `<<<`, and not the shift of an arithmetic expression. */
const markPattern = /(?<!<)<<(-?)[ \t]*(?:'([^'\s]+)'|"([^"\s]+)"|(\\?)([A-Za-z_][\w.!-]*))/g;

const marksIn = (line: string, command: string): readonly Mark[] =>
  command === '' || /\(\(/.test(line)
    ? []
    : [...line.matchAll(markPattern)].map((match) => ({
        mark: match[2] ?? match[3] ?? match[5] ?? '',
        dropsTabs: match[1] === '-',
        isExpanded: match[4] === '',
      }));

function bodyBelow(text: string, from: number, mark: string, dropsTabs: boolean): { end: number; next: number } {
  let end = Math.min(from, text.length);
  for (let at = from; at < text.length; ) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, stop).replace(/\r$/, '');
    if ((dropsTabs ? line.replace(/^\t+/, '') : line) === mark) return { end, next: stop + 1 };
    if (line.trim() !== '') end = at + line.trimEnd().length;
    at = stop + 1;
  }
  return { end, next: text.length + 1 };
}

/**
 * `runmqsc QM1 <<< "…"` and `echo "…" | runmqsc QM1`, over as many lines as the quotes hold. Text with escapes, or in single quotes,
 * is left alone: what is written into it would have to be written otherwise than in MQSC.
 */
function hereString(text: string, at: number, end: number, command: string): HereDocument | undefined {
  const line = text.slice(at, end);
  const opening = /(?:<<<\s*|\b(?:echo|printf)\s+(?:-\w+\s+)*)"/.exec(line);
  if (!opening || command === '') return undefined;
  const start = at + opening.index + opening[0].length;
  const close = text.indexOf('"', start);
  if (close < 0) return undefined;
  const inside = text.slice(start, close);
  const after = text.slice(close + 1, lineEnd(text, close));
  const isRun = opening[0].startsWith('<<<') ? /\brunmqsc\b/.test(command) : /^\s*\|.*\brunmqsc\b/.test(after);
  if (!isRun || /[\\`]/.test(inside)) return undefined;
  const span = { start, end: start + inside.trimEnd().length };
  return { span, dropsTabs: false, isExpanded: true, command: opening[0].startsWith('<<<') ? command : after };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
