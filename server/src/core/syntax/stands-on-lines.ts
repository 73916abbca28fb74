import { type Command, type Document, sliceAt } from './tree.ts';

/** Whether the lines around the command are those that MQ will see: not so in folded and quoted text of a YAML file. */
export const standsOnLines = (document: Document, command: Command): boolean =>
  sliceAt(document, command.start)?.form === 'lines';
