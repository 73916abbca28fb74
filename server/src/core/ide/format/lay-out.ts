import type { CommandParts, PartGroup, Piece } from './command-parts.ts';
import type { FormatOptions } from './format-options.ts';
import { splitText } from './split-text.ts';

export interface LayOutOptions extends Pick<FormatOptions, 'lineWidth' | 'layout' | 'indent'> {
  readonly continuation: '+' | '-';
  /** How many lines the command has now: `auto` leaves a command on one line where it is. */
  readonly lines: 'one' | 'several';
}

/** The lines of a command, continued where they go on, comment lines among them. */
export function layOut({ groups, terminator }: CommandParts, options: LayOutOptions): readonly string[] {
  const { lineWidth, layout } = options;
  if (layout === 'filled' || (layout === 'auto' && options.lines === 'one')) {
    const texts = groups.map(onOneLine);
    if (texts.every((text) => text !== undefined) && groups.every(startsFreely)) {
      const line = texts.join(' ') + terminator;
      if (line.length <= lineWidth) return [line];
    }
  }
  const page: Page = { lines: [], current: '' };
  for (const [index, group] of groups.entries()) {
    const isLast = index === groups.length - 1;
    const behind = isLast ? terminator.length : continued;
    const text = onOneLine(group);
    const first = group.pieces[0];
    if (index > 0 && first) {
      const fits = text !== undefined && page.current.length + 1 + text.length + behind <= lineWidth;
      // Verb and object stay together however long the name: a line with both begins a command for whoever reads it.
      const staysTogether = group.isHead && (index === 1 || fits);
      const joins = first.above.length === 0 && (staysTogether || (layout === 'filled' && fits));
      if (joins) page.current += ' ';
      else breakLine(page, first.above, options.indent, options);
    }
    if (text !== undefined && page.current.length + text.length + behind <= lineWidth) page.current += text;
    else placePieces(page, group, behind, options);
  }
  return [...page.lines, page.current + terminator];
}

interface Page {
  readonly lines: string[];
  current: string;
}

/** The blank and the continuation behind what goes on. */
const continued = 2;

/** The group's text where no comment parts it. */
function onOneLine({ pieces }: PartGroup): string | undefined {
  if (pieces.length === 1) return pieces[0]?.text;
  if (pieces.some(({ above }, index) => index > 0 && above.length > 0)) return undefined;
  return pieces.reduce((text, piece) => text + piece.glue + piece.text, '');
}

const startsFreely = ({ pieces }: PartGroup): boolean => pieces[0]?.above.length === 0;

function breakLine(page: Page, above: readonly string[], column: number, options: LayOutOptions): void {
  page.lines.push(`${page.current} ${options.continuation}`, ...above);
  page.current = ' '.repeat(column);
}

/** Puts a list on several lines, its elements below each other, and splits what was split before. */
function placePieces(page: Page, { keyword, pieces }: PartGroup, behind: number, options: LayOutOptions): void {
  const column = page.current.length + keyword.length + 1;
  for (const [index, piece] of pieces.entries()) {
    const reserved = index === pieces.length - 1 ? behind : continued;
    const fits = (text: string) => page.current.length + text.length + reserved <= options.lineWidth;
    if (index > 0) {
      const joins = piece.above.length === 0 && (fits(piece.glue + piece.text) || !mayBeginLine(piece));
      if (joins) page.current += piece.glue;
      else breakLine(page, piece.above, column, options);
    }
    if (fits(piece.text)) page.current += piece.text;
    else placeSplit(page, piece, column, reserved, options);
  }
}

/** A `*` at the start of a line is a comment for some readers, indented or not. */
const mayBeginLine = ({ text }: Piece): boolean => !text.startsWith('*');

function placeSplit(page: Page, piece: Piece, column: number, reserved: number, options: LayOutOptions): void {
  const { continuation, lineWidth } = options;
  // After `-` a line goes on in its first column, and blanks before it would belong to the string.
  const margin = continuation === '-' ? '' : ' '.repeat(column);
  const parts = splitText(piece, {
    first: lineWidth - page.current.length,
    next: lineWidth - margin.length,
    reserved,
  });
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      page.lines.push(page.current + continuation);
      page.current = margin;
    }
    page.current += part;
  }
}
