import type { Span } from '#core/text/span.ts';

/** Data that stands in a job between its statements: `//CMDINP DD *` and what follows. */
export interface JobStream {
  readonly span: Span;
  /** The name of its DD statement, upper case; `''` where it continues another or has none. */
  readonly name: string;
  /** The program of its step as EXEC names it; undefined for a procedure. */
  readonly program: string | undefined;
  /** PARM of EXEC without its quotes. */
  readonly argument: string | undefined;
}

/** Whether the text is a job of z/OS or a part of one: it begins with job control, and has a statement that nothing else has. */
export const isJob = (text: string): boolean =>
  text.startsWith('//') && /^\/\/[A-Z@#$][A-Z0-9@#$.]{0,16}[ ]+(?:JOB|EXEC|PROC)\b/m.test(text.slice(0, searched));

/** As much of a text as is looked through for that, in characters. */
const searched = 20_000;

/**
 * The data in the stream of a job (z/OS MVS JCL: DD * and DD DATA). It ends at the delimiter, which is `/*` unless DLM says otherwise,
 * and after `DD *` at the next statement.
 */
export function jobStreams(text: string): readonly JobStream[] {
  const streams: JobStream[] = [];
  let program: string | undefined;
  let argument: string | undefined;
  for (let at = 0; at < text.length; ) {
    const statement = statementAt(text, at);
    at = statement.next;
    const [, name = '', operation, operands = ''] = /^\/\/(\S*)[ ]+(EXEC|DD)[ ]+(.*)$/s.exec(statement.text) ?? [];
    if (operation === 'EXEC') {
      program = /(?:^|,)PGM=([^,\s]+)/.exec(operands)?.[1];
      argument = /(?:^|,)PARM=\(?'?([^',)\s]*)/.exec(operands)?.[1];
    }
    const opens = operation === 'DD' ? /^(\*|DATA)(?=[,\s]|$)/.exec(operands)?.[1] : undefined;
    if (opens === undefined) continue;
    const delimiter = /,DLM='?([^',\s]+)/.exec(operands)?.[1] ?? '/*';
    const { span, next } = dataAt(text, at, delimiter, opens === '*');
    streams.push({ span, name: name.toUpperCase(), program, argument });
    at = next;
  }
  return streams;
}

/** A statement with the lines that go on with it, each without what stands in columns 72 to 80. */
function statementAt(text: string, from: number): { readonly text: string; readonly next: number } {
  let at = from;
  let joined = '';
  for (;;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).slice(0, 71).trimEnd();
    at = end + 1;
    joined += joined === '' ? line : line.slice(2).trimStart();
    const goesOn = /^\/\/[^*].*,$/.test(joined) && /^\/\/ /.test(text.slice(at, at + 3));
    if (!goesOn || at >= text.length) return { text: joined, next: at };
  }
}

function dataAt(
  text: string,
  from: number,
  delimiter: string,
  endsAtStatement: boolean,
): { readonly span: Span; readonly next: number } {
  const start = Math.min(from, text.length);
  let end = start;
  for (let at = start; at < text.length; ) {
    const stop = lineEnd(text, at);
    if (text.startsWith(delimiter, at)) return { span: { start, end }, next: stop + 1 };
    if (endsAtStatement && text.startsWith('//', at)) return { span: { start, end }, next: at };
    const line = text.slice(at, stop);
    if (line.trim() !== '') end = at + line.trimEnd().length;
    at = stop + 1;
  }
  return { span: { start, end }, next: text.length };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
