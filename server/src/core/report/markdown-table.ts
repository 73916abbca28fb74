export type MarkdownCell = string | number;

/** A table of Markdown; nothing when it has no rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly MarkdownCell[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly MarkdownCell[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const titledPart = (title: string, body: string): string => (body === '' ? '' : `## ${title}\n\n${body}`);
