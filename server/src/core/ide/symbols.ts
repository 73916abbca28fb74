import type { Assignment, Estate } from '#core/model/model.ts';
import { type Command, commandsOf, type Document, spanIn, textOf } from '#core/syntax/tree.ts';
import type { SymbolNode } from './answers.ts';

/** The outline: the commands of a document; under one node a queue manager when the document holds several. */
export function symbols(document: Document, estate: Estate): readonly SymbolNode[] {
  const nodes = [...commandsOf(document)].flatMap((command) => symbolOf(command) ?? []);
  const sections = (estate.assignments.get(document.source) ?? []).filter((a) => a.queueManagers.length > 0);
  if (sections.length < 2) return nodes;
  return groupBySection(nodes, sections);
}

function symbolOf(command: Command): SymbolNode | undefined {
  const { body } = command;
  if (!body.verb) return undefined;
  const object = body.object;
  const name = textOf(object);
  const type = body.objectName ?? object?.keyword ?? '';
  const verb = body.verbName ?? body.verb.upper;
  return {
    name: name || `${verb} ${type}`.trim(),
    detail: name ? `${verb} ${type}${channelTypeOf(command)}` : '',
    kind: type,
    span: { start: command.start, end: command.end },
    nameSpan: spanIn(command, object?.value?.items[0]?.span ?? body.verb.span),
    children: [],
  };
}

function channelTypeOf(command: Command): string {
  const type = textOf(command.body.parameters.find((p) => p.keyword === 'CHLTYPE'));
  return type ? ` ${type}` : '';
}

function groupBySection(nodes: readonly SymbolNode[], sections: readonly Assignment[]): readonly SymbolNode[] {
  const inSection = new Set<SymbolNode>();
  const grouped = sections.map((section): SymbolNode => {
    const children = nodes.filter((n) => n.span.start >= section.span.start && n.span.start < section.span.end);
    for (const child of children) inSection.add(child);
    return {
      name: section.queueManagers.join(', '),
      detail: section.reason,
      kind: 'section',
      span: section.span,
      nameSpan: { start: section.span.start, end: section.span.start },
      children,
    };
  });
  return [...grouped, ...nodes.filter((n) => !inSection.has(n))].sort((a, b) => a.span.start - b.span.start);
}
