import type { Command, LayoutProblem } from '#core/syntax/tree.ts';

/**
 * The commands of CSQUTIL MAKEDEF output without what stands around them in one member: definitions of CICS, job control.
 * MQ would never be given those lines, so they are no faulty commands. What begins as MAKEDEF's own do stays, right or wrong.
 */
export const withoutForeignCommands = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ body }) => isCommand(body) || isMakedefCommand(body) || isEnd(body));

/** Only `*` begins a comment in MQSC; other signs belong to the text around. */
export const withoutForeignComments = (problems: readonly LayoutProblem[]): readonly LayoutProblem[] =>
  problems.filter(({ code }) => code !== 'syntax-error');

const isMakedefCommand = ({ verbName, parameters }: Command['body']): boolean =>
  verbName === 'DEFINE' && /^(?:NO)?REPLACE$/.test(parameters[0]?.keyword ?? '');

const isEnd = ({ verbName }: Command['body']): boolean => /^(?:END|EXIT|QUIT)$/.test(verbName ?? '');

const isCommand = ({ verbName, objectName }: Command['body']): boolean =>
  verbName !== undefined && objectName !== undefined;
