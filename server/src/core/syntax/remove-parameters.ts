import type { TextChange } from './add-parameters.ts';
import { type Command, type Parameter, spanIn } from './tree.ts';

/**
 * Takes parameters out of a command: the blanks before each go too, and a line that would be left with nothing but its
 * continuation. When the last line goes, the line before is no longer continued.
 */
export function removeParameters(command: Command, removed: readonly Parameter[]): readonly TextChange[] {
  if (removed.length === 0) return [];
  const { raw, parameters } = command.body;
  const gone = new Set(removed);
  const lastKept = parameters.findLast((p) => !gone.has(p));
  const changes: TextChange[] = [];
  const cut = (start: number, end: number): void => {
    if (end > start) changes.push({ span: spanIn(command, { start, end }), newText: '' });
  };
  const tail = lastKept ? parameters.slice(parameters.indexOf(lastKept) + 1) : [];
  const [firstOfTail] = tail;
  const inner = parameters.filter((p) => gone.has(p) && !tail.includes(p));
  for (const line of Map.groupBy(inner, ({ span }) => raw.lastIndexOf('\n', span.start - 1) + 1)) {
    const [lineStart, onLine] = line;
    const lineEnd = raw.indexOf('\n', onLine.at(-1)?.span.end);
    const left = onLine.reduceRight(
      (rest, { span }) => rest.slice(0, span.start - lineStart) + rest.slice(span.end - lineStart),
      raw.slice(lineStart, lineEnd),
    );
    if (lineStart > 0 && lineEnd >= 0 && /^[ \t]*[+-][ \t]*\r?$/.test(left)) cut(lineStart, lineEnd + 1);
    else for (const { span } of onLine) cut(lineStart + raw.slice(lineStart, span.start).trimEnd().length, span.end);
  }
  if (lastKept && firstOfTail) cutTail();
  return changes;

  /** What follows the last parameter that stays; comment lines in between stay, behind the command now. */
  function cutTail(): void {
    const end = tail.reduce((furthest, { span }) => Math.max(furthest, span.end), 0);
    const from = lastKept?.span.end ?? 0;
    const comments = raw
      .slice(from, end)
      .split('\n')
      .slice(1)
      .filter((line) => line.trimStart().startsWith('*'));
    const newText = comments.map((line) => `\n${line.replace(/\r$/, '')}`).join('');
    changes.push({ span: spanIn(command, { start: from, end }), newText });
  }
}
