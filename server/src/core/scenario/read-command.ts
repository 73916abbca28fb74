import { readDocument } from '#core/sources/read-document.ts';
import { copyBody } from '#core/syntax/copy-body.ts';
import type { CommandBody } from '#core/syntax/tree.ts';

/** The one MQSC command in a text, as plain data: plans are stored and sent. Undefined when it holds none, or more. */
export function readCommand(text: string): CommandBody | undefined {
  const [body, ...more] = readDocument('command.mqsc', `${text}\n`).slices.flatMap((slice) =>
    slice.commands.map((command) => command.body),
  );
  return body === undefined || more.length > 0 ? undefined : copyBody(body);
}
