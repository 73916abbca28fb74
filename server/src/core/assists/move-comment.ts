import { spanIn } from '#core/syntax/tree.ts';
import type { TextEdit } from '#core/text/span.ts';
import { type Assist, type AssistPlace, offer } from './assist.ts';
import { standsOnLines } from './parts/stands-on-lines.ts';

/** A remark behind a command, which MQ would read as part of it, as a comment line above. */
export const moveComment: Assist = {
  name: 'move-comment',
  offers: ({ document, command }) => {
    const { text, source } = document;
    const inside = command.body.problems.find(({ code }) => code === 'trailing-comment');
    const behind = document.layoutProblems.find(
      ({ code, span }) =>
        code === 'trailing-comment' && !text.slice(command.end, span.start).includes('\n') && span.start >= command.end,
    );
    const comment = inside ? spanIn(command, inside.span) : behind?.span;
    if (!comment || !standsOnLines(document, command)) return [];
    const start = comment.start - (/[ \t]*$/.exec(text.slice(0, comment.start))?.[0].length ?? 0);
    const edits: TextEdit[] = [
      commentLine(document, command, text.slice(comment.start, comment.end)),
      { source, span: { start, end: comment.end }, newText: inside && continues(text, comment.end) ? ' ' : '' },
    ];
    return offer('Move the comment to a line above the command', edits);
  },
};

const continues = (text: string, at: number): boolean => /^[ \t]*[+-]/.test(text.slice(at, at + 80));

function commentLine(
  { text, source }: AssistPlace['document'],
  command: AssistPlace['command'],
  comment: string,
): TextEdit {
  const lineStart = text.lastIndexOf('\n', command.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, command.start))?.[0] ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const words = comment.replace(/^(?:\*|#|--|\/\/|\/\*)\s*/, '').replace(/\s*\*\/$/, '');
  return { source, span: { start: lineStart, end: lineStart }, newText: `${indent}* ${words}${lineEnd}` };
}
