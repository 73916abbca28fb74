import { longestLine } from '#core/syntax/layout-problems.ts';
import { parameterTexts } from '#core/syntax/parameter-texts.ts';
import { standsOnLines } from '#core/syntax/stands-on-lines.ts';
import type { Command } from '#core/syntax/tree.ts';
import { type Assist, offer } from './assist.ts';

/** One parameter on each line. */
export const splitLines: Assist = {
  name: 'split-lines',
  offers: ({ document, command }) => {
    const texts = parameterTexts(command.body);
    if (!texts || command.body.raw.includes('\n') || texts.length < 4 || !standsOnLines(document, command)) return [];
    const [verb = '', noun = '', ...parameters] = texts;
    const text = document.text.whole();
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    const indent = /[ \t]*$/.exec(text.slice(0, command.start))?.[0] ?? '';
    const lines = [`${verb} ${noun}`, ...parameters.map((one) => `${indent}       ${one}`)];
    return offer('Put each attribute on a line of its own', [
      { source: document.source, span: written(command), newText: lines.join(` +${lineEnd}`) },
    ]);
  },
};

/** The whole command on one line. */
export const joinLines: Assist = {
  name: 'join-lines',
  offers: ({ document, command }) => {
    const joined = parameterTexts(command.body)?.join(' ');
    if (joined === undefined || !command.body.raw.trimEnd().includes('\n') || joined.length > longestLine) return [];
    return offer('Join the lines of this command', [
      { source: document.source, span: written(command), newText: joined },
    ]);
  },
};

/** The command without what it ends with: its `;`, and blank lines below when it is still open. */
function written({ start, body }: Command) {
  return { start, end: start + body.raw.replace(/[\s;]+$/, '').length };
}
