import { readDocument } from '#core/sources/read-document.ts';
import { commandsOf, type Document, spanIn } from '#core/syntax/tree.ts';
import { outlineOfCommand } from '../syntax/outline.ts';

/** A YAML file of these lines, read. */
export const yaml = (...lines: readonly string[]): Document => readDocument('file:///a/cm.yaml', lines.join('\n'));

export const outlines = (document: Document): readonly string[] => [...commandsOf(document)].map(outlineOfCommand);

/** Each keyword and value as the characters of the source that their spans hold. */
export const written = (document: Document): readonly string[] =>
  [...commandsOf(document)].flatMap((command) =>
    command.body.parameters.flatMap(({ keywordSpan, value }) =>
      [keywordSpan, ...(value?.items.map(({ span }) => span) ?? [])].map((span) => {
        const { start, end } = spanIn(command, span);
        return document.text.slice(start, end);
      }),
    ),
  );
