import type { Location, SourceId, Span } from '#core/text/span.ts';

/** What a report needs to know of the sources it speaks about. */
export interface ReportSources {
  /** The name to print: a path relative to where the command runs. */
  nameOf(source: SourceId): string;
  /** Lines and columns from 1, columns in UTF-16 units. */
  positionOf(source: SourceId, offset: number): { readonly line: number; readonly column: number };
  /** The text of a line (from 1) without its end. */
  lineText(source: SourceId, line: number): string;
  textAt(at: Location): string;
  /** Verb and object of the command that an offset is in; blank outside of commands. */
  commandAt(source: SourceId, offset: number): string;
}

/** `file:line:column`, as compilers name a place. */
export function placeText(sources: Pick<ReportSources, 'nameOf' | 'positionOf'>, { source, span }: Location): string {
  const { line, column } = sources.positionOf(source, span.start);
  return `${sources.nameOf(source)}:${line}:${column}`;
}

export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function rangeOf(sources: ReportSources, source: SourceId, span: Span): Range {
  const start = sources.positionOf(source, span.start);
  const end = sources.positionOf(source, span.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
