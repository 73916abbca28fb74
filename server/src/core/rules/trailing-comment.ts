import { standsOnLines } from '#core/syntax/stands-on-lines.ts';
import { type Document, sliceAt } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import { problemsInDocument } from './parts/problem-findings.ts';
import type { LocalFinding, LocalFix, Rule } from './rule.ts';

export const trailingComment: Rule = {
  code: 'trailing-comment',
  group: 'language',
  severity: 'error',
  title: 'A comment stands on the line of a command.',
  docs: {
    behaviour:
      'Only a whole line can be a comment: one with an asterisk in its first column. MQSC has no comment at the end of a line.',
    harm: 'MQ reads the comment as part of the command and refuses it.',
    remedy: 'Move the comment to a line of its own above the command; the light bulb does.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: ['IBM MQ: Building command scripts', 'IBM MQ: MQSC input file syntax'],
  },
  check: { scope: 'document', run: findRemarks },
};

function* findRemarks(document: Document): Iterable<LocalFinding> {
  for (const finding of problemsInDocument('trailing-comment')(document)) {
    const fix = moveAbove(document, finding.span);
    yield { ...finding, ...(fix && { fixes: [fix] }) };
  }
}

/** The remark as a comment line above the command that it stands behind or in. */
function moveAbove(document: Document, remark: Span): LocalFix | undefined {
  const { text } = document;
  const command = sliceAt(document, remark.start)?.commands.findLast(({ start }) => start <= remark.start);
  if (!command || !standsOnLines(document, command)) return undefined;
  const isInside = remark.start < command.end;
  if (!isInside && text.slice(command.end, remark.start).includes('\n')) return undefined;
  const lineStart = text.lastIndexOf('\n', command.start - 1) + 1;
  const before = text.slice(lineStart, command.start);
  // Something else stands on the line before the command.
  if (before.trim() !== '') return undefined;
  // A comment starts in the first column, but for the indentation of a block of YAML.
  const indent = document.kind === 'yaml' ? before : '';
  const lineEnd = text.whole().includes('\r\n') ? '\r\n' : '\n';
  const comment = text.slice(remark.start, remark.end);
  const words = comment.replace(/^(?:\*|#|--|\/\/|\/\*)\s*/, '').replace(/\s*\*\/$/, '');
  const blanks = /[ \t]*$/.exec(text.slice(lineStart, remark.start))?.[0].length ?? 0;
  // What follows in the command must not run into what stands before.
  const gap = isInside && /^[^\s]/.test(text.slice(remark.end, remark.end + 1)) ? ' ' : '';
  return {
    title: 'Move the comment to a line above the command',
    edits: [
      { span: { start: lineStart, end: lineStart }, newText: `${indent}* ${words}${lineEnd}` },
      { span: { start: remark.start - blanks, end: remark.end }, newText: gap },
    ],
  };
}
