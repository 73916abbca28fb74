import type { SourceId, Span } from '#core/text/span.ts';

/**
 * A piece of MQSC with marks in it, taken apart. The marks are MQSC comments (or `$0`), so a fixture is itself a valid file:
 *
 *     *- QM1.mqsc qmgr=QM1
 *     DEFINE QLOCAL(ORDERS$0) CLUSTER(SALES) DEFBIND(OPEN)
 *     *                                      ^^^^^^^^^^^^^ error clone-defbind-differs: QM2 says NOTFIXED
 *     *- mqsc.yaml
 *     version: 1
 *
 * `*- name key=value` starts a file (`qmgr=QM1` puts `* @qmgr QM1` in as its first line); text before the first one is
 * `QM1.mqsc`. `$0` is the cursor, `$0…$0` a range. A line of carets annotates the nearest line above that is no
 * annotation itself; in YAML it starts with `#`. The first column stands for itself: `*^^` marks the columns 1 to 3, `*<`
 * the first column alone; `|` instead of carets marks an empty span. A span over several lines is marked on its first.
 */
export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** The first `$0`; undefined when there is none. */
  readonly cursor: { readonly source: SourceId; readonly offset: number } | undefined;
  /** From the first `$0` to the second in the same file. */
  readonly range: { readonly source: SourceId; readonly span: Span } | undefined;
}

export interface FixtureFile {
  readonly source: SourceId;
  /** Without any mark. */
  readonly text: string;
  /** The `key=value` pairs of its `*-` line. */
  readonly keys: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** The offsets of all `$0`. */
  readonly cursors: readonly number[];
  /** Its `*-` line as written; undefined for text before the first one. */
  readonly heading: string | undefined;
}

export interface Annotation {
  readonly span: Span;
  readonly severity: string;
  readonly code: string;
  /** `''` when the annotation leaves it out. */
  readonly message: string;
}

/** Takes a fixture apart. A text that starts with a line break, as template literals do, is freed of its common indentation. */
export function readFixture(marked: string): Fixture {
  const files = splitFiles(undent(marked)).map(readFile);
  const withCursor = files.find((file) => file.cursors.length > 0);
  const [start, end] = withCursor?.cursors ?? [];
  return {
    files,
    cursor: withCursor && start !== undefined ? { source: withCursor.source, offset: start } : undefined,
    range:
      withCursor && start !== undefined && end !== undefined
        ? { source: withCursor.source, span: { start, end } }
        : undefined,
  };
}

/** The fixture's text with these annotations instead of its own; cursors are not written again. */
export function printFixture(
  files: readonly FixtureFile[],
  annotationsOf: (file: FixtureFile) => readonly Annotation[],
) {
  return files.map((file) => printFile(file, annotationsOf(file))).join('');
}

interface RawFile {
  readonly heading: string | undefined;
  readonly lines: readonly string[];
}

function splitFiles(text: string): RawFile[] {
  const files: { heading: string | undefined; lines: string[] }[] = [];
  for (const line of text.split(/(?<=\n)/)) {
    if (/^\*- \S/.test(line)) files.push({ heading: line.trimEnd(), lines: [] });
    else {
      if (files.length === 0) files.push({ heading: undefined, lines: [] });
      files.at(-1)?.lines.push(line);
    }
  }
  return files;
}

function readFile({ heading, lines }: RawFile): FixtureFile {
  const [source = 'QM1.mqsc', ...pairs] = heading?.slice(3).trim().split(/\s+/) ?? [];
  const keys = Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.replace(/^[^=]*=?/, '')]));
  let text = keys.qmgr === undefined ? '' : `* @qmgr ${keys.qmgr}\n`;
  const annotations: Annotation[] = [];
  const cursors: number[] = [];
  let lineStart = text.length;
  for (const line of lines) {
    const annotation = readAnnotation(line, lineStart);
    if (annotation) {
      annotations.push(annotation);
      continue;
    }
    lineStart = text.length;
    const [first = '', ...rest] = line.split('$0');
    text += first;
    for (const part of rest) {
      cursors.push(text.length);
      text += part;
    }
  }
  return { source, text, keys, annotations, cursors, heading };
}

const annotationLine = /^[*#](<)?( *)(\^+|\|)? +(error|warning|info|hint) +([a-z][a-z-]*)(?:: *(.*?))?\s*$/;

function readAnnotation(line: string, lineStart: number): Annotation | undefined {
  const match = annotationLine.exec(line);
  if (!match) return undefined;
  const [, first, blanks = '', marks = '', severity = '', code = '', message = ''] = match;
  if (!first && !marks) return undefined;
  const isFromFirstColumn = first !== undefined || (blanks === '' && marks.startsWith('^'));
  const start = lineStart + (isFromFirstColumn ? 0 : 1 + blanks.length);
  const length = marks === '|' ? 0 : marks.length + (isFromFirstColumn ? 1 : 0);
  return { span: { start, end: start + length }, severity, code, message };
}

function printFile(file: FixtureFile, annotations: readonly Annotation[]): string {
  const sign = file.source.endsWith('.yaml') || file.source.endsWith('.yml') ? '#' : '*';
  const body = file.keys.qmgr === undefined ? 0 : file.text.indexOf('\n') + 1;
  let printed = file.heading === undefined ? '' : `${file.heading}\n`;
  let lineStart = body;
  for (const line of file.text.slice(body).split(/(?<=\n)/)) {
    const lineEnd = lineStart + line.length;
    const isLast = lineEnd === file.text.length;
    const own = annotations
      .filter(({ span }) => span.start >= lineStart && (span.start < lineEnd || isLast))
      .map((annotation) => printAnnotation(annotation, sign, lineStart, lineStart + line.trimEnd().length));
    printed += own.length > 0 && !line.endsWith('\n') ? `${line}\n` : line;
    printed += own.sort().join('');
    lineStart = lineEnd;
  }
  return printed;
}

function printAnnotation(annotation: Annotation, sign: string, lineStart: number, lineEnd: number): string {
  const column = annotation.span.start - lineStart;
  const length = Math.max(
    0,
    Math.min(annotation.span.end, Math.max(lineEnd, annotation.span.start)) - annotation.span.start,
  );
  const message = annotation.message === '' ? '' : `: ${annotation.message}`;
  return `${sign}${printMarks(column, length)} ${annotation.severity} ${annotation.code}${message}\n`;
}

function printMarks(column: number, length: number): string {
  if (column === 0) return length < 2 ? `<${length === 0 ? '|' : ''}` : '^'.repeat(length - 1);
  return ' '.repeat(column - 1) + (length === 0 ? '|' : '^'.repeat(length));
}

function undent(text: string): string {
  if (!/^\r?\n/.test(text)) return text;
  const lines = text.replace(/^\r?\n/, '').split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return lines.map((line) => (line.trim() === '' ? line.trimStart() : line.slice(depth))).join('\n');
}
