import type { CommandBody } from './tree.ts';

/** The longest command that is read, in characters: no script needs half of it, and text made to do harm costs no more. */
export const longestCommand = 65_536;

/** The body of a command that is too long to be read. It says so; its words are not known. */
export const unreadBody = (raw: string): CommandBody => ({
  raw,
  verb: undefined,
  verbName: undefined,
  object: undefined,
  objectName: undefined,
  parameters: [],
  problems: [
    {
      code: 'syntax-error',
      message: `This command has ${raw.length} characters; it is not read, because it has more than ${longestCommand}.`,
      span: { start: 0, end: Math.min(raw.length, shown) },
    },
  ],
});

/** As much of it as is marked, in characters. */
const shown = 80;
