import type { TextEdit } from '#core/text/span.ts';
import type { Estate, QueueManager } from './model.ts';

/**
 * Puts a command, given in its parameters, behind the last one that this queue manager alone runs. In YAML it stays on one
 * line with an empty one before it, which is read the same in literal and folded text. Undefined when no file is its own.
 */
export function appendCommand(
  estate: Estate,
  queueManager: QueueManager,
  [first = '', ...parameters]: readonly string[],
): TextEdit | undefined {
  for (const source of [...queueManager.sources].reverse()) {
    const document = estate.documents.get(source);
    const own = (estate.assignments.get(source) ?? []).findLast(
      ({ queueManagers }) => queueManagers.length === 1 && queueManagers[0] === queueManager.name.toUpperCase(),
    );
    if (!document || !own) continue;
    const last = document.slices
      .flatMap((slice) => slice.commands)
      .findLast(
        ({ start, end, body }) =>
          start >= own.span.start && end <= own.span.end && !/^(?:END|EXIT|QUIT)$/.test(body.verbName ?? ''),
      );
    if (!last) continue;
    const text = document.text.whole();
    const indent = /[ \t]*$/.exec(text.slice(0, last.start))?.[0] ?? '';
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    const isYaml = document.kind === 'yaml';
    const command = isYaml
      ? [first, ...parameters].join(' ')
      : [first, ...parameters.map((parameter) => `       ${parameter}`)].join(` +${lineEnd}`);
    const end = last.end - (/\s*$/.exec(last.body.raw)?.[0].length ?? 0);
    const isOpen = /[+-]$/.test(text.slice(last.start, end));
    if (isOpen) continue;
    const newText = `${lineEnd}${isYaml ? lineEnd : ''}${indent}${command}`;
    return { source, span: { start: end, end }, newText };
  }
  return undefined;
}
