import { copyBody } from '#core/syntax/copy-body.ts';
import type { Document } from '#core/syntax/tree.ts';

/** The document with every body worked out, so that two of them can be compared whole. */
export const plainDocument = (document: Document) => ({
  ...document,
  text: document.text.whole(),
  slices: document.slices.map((slice) => ({
    ...slice,
    commands: slice.commands.map((command) => ({ ...command, body: copyBody(command.body) })),
  })),
});
