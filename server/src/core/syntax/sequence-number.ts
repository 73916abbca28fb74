/** Columns of a z/OS record that MQ reads, and those of a whole one: IBM, Rules for writing MQSC commands. */
export const readColumns = 72;
export const recordColumns = 80;

/** Eight digits: what ISPF keeps in columns 73 to 80 of fixed records (NUMBER STD), with or without the level of the change. */
const digits = 8;

/** How far behind its columns a number is still looked for, in characters: as far as somebody types into a line. */
const farthest = 200;

export interface SequenceNumber {
  readonly start: number;
  /** It stands in columns 73 to 80. Typing before it moves it, and a record of 80 columns then loses its end. */
  readonly place: 'columns' | 'moved';
}

/**
 * The sequence number at the end of a line, `end` without the line break: in columns 73 to 80, where MQ ignores it on z/OS, or moved
 * from there. Elsewhere no command can end so either: eight digits are neither a keyword nor the end of a value.
 */
export function sequenceNumber(text: string, start: number, end: number): SequenceNumber | undefined {
  const length = end - start;
  if (length <= readColumns || length > farthest) return undefined;
  const at = end - digits;
  for (let i = at; i < end; i++) if (!isDigit(text.charCodeAt(i))) return undefined;
  if (length === recordColumns) return { start: at, place: 'columns' };
  const before = text.charCodeAt(at - 1);
  return before === 32 || before === 9 ? { start: at, place: 'moved' } : undefined;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
