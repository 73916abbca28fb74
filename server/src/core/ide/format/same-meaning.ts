import { parseCommand } from '#core/syntax/parse-command.ts';
import { splitCommands } from '#core/syntax/split-commands.ts';
import type { CommandBody, Parameter } from '#core/syntax/tree.ts';

/** Whether the lines read back as one command that says what `body` says. */
export function sameMeaning(lines: readonly string[], body: CommandBody): boolean {
  const text = lines.join('\n');
  const { commands, problems } = splitCommands(text);
  const [range, ...others] = commands;
  if (!range || others.length > 0 || range.start !== 0 || range.end !== text.length) return false;
  if (problems.some(({ code }) => code !== 'line-too-long')) return false;
  const written = parseCommand(text, range.pieces);
  return written.problems.length === 0 && meaningOf(written) === meaningOf(body);
}

/** Parameters by keyword: their order has a meaning only among those of one keyword. */
const meaningOf = ({ verb, object, parameters }: CommandBody): string =>
  JSON.stringify([
    verb?.upper,
    object?.keyword,
    parameters.toSorted((a, b) => (a.keyword < b.keyword ? -1 : a.keyword > b.keyword ? 1 : 0)).map(meaningOfParameter),
  ]);

const meaningOfParameter = ({ keyword, value }: Parameter) => [
  keyword,
  value?.items.map(({ kind, text, holes }) => [kind, text, holes.map(({ name }) => name)]),
];
