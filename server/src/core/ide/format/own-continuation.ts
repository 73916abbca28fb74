import type { CommandBody } from '#core/syntax/tree.ts';

/** What ends the command's first line that goes on; `+` for a command on one line. */
export const ownContinuation = ({ raw }: CommandBody): '+' | '-' => (/^[^\n]*-[ \t\r]*\n/.test(raw) ? '-' : '+');
