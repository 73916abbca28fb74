import type { Span } from '#core/text/span.ts';
import { readColumns, recordColumns } from './sequence-number.ts';
import type { LayoutProblem } from './tree.ts';

/** The longest line that runmqsc reads on Multiplatforms, in characters (IBM: Building command scripts). */
export const longestLine = 2048;

export const lineTooLong = (start: number, end: number): LayoutProblem => ({
  code: 'line-too-long',
  message: `MQ reads at most ${longestLine} characters of a line; this one has ${end - start}.`,
  span: { start: start + longestLine, end: Math.max(end, start + longestLine) },
});

/** `end` is that of the line's text, `number` where the digits begin. */
export function numberMoved(lineStart: number, end: number, number: number): LayoutProblem {
  const room = readColumns - (end - lineStart);
  return {
    code: 'sequence-number-moved',
    message:
      room < 0
        ? `This line has ${end - lineStart} columns before its sequence number; on z/OS MQ reads ${readColumns}.`
        : 'The sequence number does not stand in columns 73 to 80, where MQ ignores it.',
    span: { start: number, end: number + recordColumns - readColumns },
    repair:
      room < 0
        ? {
            span: { start: end, end: number + recordColumns - readColumns },
            newText: '',
            title: 'Remove the sequence number of the line',
          }
        : {
            span: { start: end, end: number },
            newText: ' '.repeat(room),
            title: 'Put the sequence number back into columns 73 to 80',
          },
  };
}

export const indentedComment = (lineStart: number, start: number, end: number): LayoutProblem => ({
  code: 'comment-not-in-first-column',
  message: 'MQ knows a comment by `*` in the first column of the line.',
  span: { start, end },
  repair: {
    span: { start: lineStart, end: start },
    newText: '',
    title: 'Move the comment to the first column',
  },
});

export const foreignComment = (lineStart: number, start: number, length: number, end: number): LayoutProblem => ({
  code: 'syntax-error',
  message: 'MQSC knows no comments but lines with `*` in the first column; MQ takes this line for a command.',
  span: { start, end },
  repair: {
    span: { start: lineStart, end: start + length },
    newText: '*',
    title: 'Make it a comment with *',
  },
});

export const trailingComment = (start: number, end: number): LayoutProblem => ({
  code: 'trailing-comment',
  message: 'A comment cannot stand behind a command; MQ takes it for part of the command.',
  span: { start, end },
});

export const continuedIntoNothing = (at: number): LayoutProblem => ({
  code: 'continued-into-nothing',
  message: 'The command is continued here, but nothing follows.',
  span: { start: at, end: at + 1 },
});

export const continuedIntoCommand = (at: number): LayoutProblem => ({
  code: 'continued-into-nothing',
  message: 'The command is continued here, so MQ takes the command in the next line for part of it and refuses both.',
  span: { start: at, end: at + 1 },
  repair: { span: { start: at, end: at + 1 }, newText: '', title: 'End the command here' },
});

export const tooManyCommands = (start: number, end: number): LayoutProblem => ({
  code: 'syntax-error',
  message: 'There are too many commands in this file; what follows is not read.',
  span: { start, end },
});

export const commandAfterEnd = (span: Span): LayoutProblem => ({
  code: 'command-after-end',
  message: 'MQ reads nothing after END, EXIT or QUIT.',
  span,
});
