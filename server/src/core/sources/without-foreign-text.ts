import type { Command, DumpHeader, LayoutProblem } from '#core/syntax/tree.ts';

/** Whether text that is none of MQ's stands between the commands: it is left out, and not kept to be put together with an edit. */
export const isMixed = (dump: DumpHeader | undefined): boolean => dump?.tool === 'makedef' || dump?.tool === 'csqutil';

/** The commands and layout problems of a script without those that come from text around it. */
export function withoutForeignText(
  commands: readonly Command[],
  problems: readonly LayoutProblem[],
  dump: DumpHeader | undefined,
): { readonly commands: readonly Command[]; readonly problems: readonly LayoutProblem[] } {
  if (!isMixed(dump)) return { commands, problems };
  const own = dump?.tool === 'makedef' ? withoutForeignCommands(commands) : withoutOutput(commands);
  return { commands: own, problems: withoutForeignComments(problems) };
}

/**
 * The commands of CSQUTIL MAKEDEF output without what stands around them in one member: definitions of CICS, job control.
 * MQ would never be given those lines, so they are no faulty commands. What begins as MAKEDEF's own do stays, right or wrong.
 */
const withoutForeignCommands = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ body }) => isCommand(body) || isMakedefCommand(body) || isEnd(body));

/**
 * The commands that CSQUTIL repeats in what it prints (SYSPRINT), without its messages and the answers to commands: they are output that
 * nobody runs. What begins with a verb of MQ's stays, right or wrong.
 */
const withoutOutput = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ body }) => body.verbName !== undefined);

/** A message of MQ for z/OS, such as `CSQU127I Executing COMMAND …`, behind the control character of a printer if there is one. */
export const isUtilityMessage = ({ body }: Command): boolean => /^[01+-]?\s*CSQ[A-Z0-9]\d{3}[A-Z]\b/.test(body.raw);

/** Only `*` begins a comment in MQSC; other signs belong to the text around. */
const withoutForeignComments = (problems: readonly LayoutProblem[]): readonly LayoutProblem[] =>
  problems.filter(({ code }) => code !== 'syntax-error');

const isMakedefCommand = ({ verbName, parameters }: Command['body']): boolean =>
  verbName === 'DEFINE' && /^(?:NO)?REPLACE$/.test(parameters[0]?.keyword ?? '');

const isEnd = ({ verbName }: Command['body']): boolean => /^(?:END|EXIT|QUIT)$/.test(verbName ?? '');

const isCommand = ({ verbName, objectName }: Command['body']): boolean =>
  verbName !== undefined && objectName !== undefined;
