import type { Finding } from '#core/rules/rule.ts';
import { commandsOf, type Document, sliceAt } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import type { CodeAction } from './answers.ts';

/** A comment above the command, or where no command holds the finding at the top of the script, that switches its rule off there; the reason is left to write. */
export function suppressActions(document: Document, findings: readonly Finding[], within: Span): readonly CodeAction[] {
  const here = findings.filter(({ at }) => at.span.start <= within.end && within.start <= at.span.end);
  return here.flatMap((finding) => suppress(document, finding));
}

function suppress(document: Document, { code, at: { span } }: Finding): readonly CodeAction[] {
  if (code === 'unused-suppression') return [];
  const slice = sliceAt(document, span.start);
  // A comment takes a line of its own.
  if (slice?.form !== 'lines') return [];
  const command = [...commandsOf(document)].find(({ start, end }) => start <= span.start && span.start < end);
  const lineStart = document.text.lastIndexOf('\n', (command?.start ?? slice.span.start) - 1) + 1;
  // Another command, or a part of one, on the same line would be meant as well.
  if (command && document.text.slice(lineStart, command.start).trim() !== '') return [];
  const lineEnd = document.text.whole().includes('\r\n') ? '\r\n' : '\n';
  const word = command ? '@ignore' : '@ignore-file';
  const start = Math.max(lineStart, command ? 0 : slice.span.start);
  return [
    {
      title: command ? `Ignore ${code} here, with a reason` : `Ignore ${code} in this script, with a reason`,
      kind: 'quickfix',
      fixes: { code, span },
      edits: [
        {
          source: document.source,
          span: { start, end: start },
          newText: `${' '.repeat(slice.margin)}* ${word} ${code}: \${1:why this is right here}${lineEnd}`,
        },
      ],
      hasStops: true,
      isPreferred: false,
      playForward: undefined,
    },
  ];
}
