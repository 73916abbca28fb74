import { readDocument } from '#core/sources/read-document.ts';
import { type Command, type Document, type Parameter, spanIn } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';

/** Reads text as one script. */
export const script = (text: string): Document => readDocument('test.mqsc', text);

/** The only command of a text. */
export function onlyCommand(text: string): Command {
  const commands = script(text).slices.flatMap((slice) => slice.commands);
  const [command] = commands;
  if (command === undefined || commands.length > 1) throw new Error(`expected one command, got ${commands.length}`);
  return command;
}

/** A script's commands as short text: `DEFINE QLOCAL[QL] QL("a.b") REPLACE` is verb, object type with its keyword, parameters. */
export const outline = (text: string): readonly string[] =>
  script(text).slices.flatMap((slice) => slice.commands.map(outlineOfCommand));

export function outlineOfCommand({ body }: Command): string {
  const verb = body.verbName ?? (body.verb ? `?${body.verb.text}` : '??');
  const object = body.object && (body.objectName ?? `?${body.object.keyword}`);
  return [verb, object && `${object}:`, ...body.parameters.map(outlineOfParameter)].filter(Boolean).join(' ');
}

/** What the reader found wrong, as `code «characters it stands on»`; `→ repaired` where it knows the repair. */
export function problemsOf(text: string): readonly string[] {
  const document = script(text);
  const print = (code: string, span: Span, repair: { span: Span; newText: string } | undefined): string => {
    const repaired = repair && `${text.slice(0, repair.span.start)}${repair.newText}${text.slice(repair.span.end)}`;
    return `${code} «${text.slice(span.start, span.end)}»${repaired === undefined ? '' : ` → ${repaired}`}`;
  };
  return [
    ...document.layoutProblems.map(({ code, span, repair }) => print(code, span, repair)),
    ...document.slices
      .flatMap((slice) => slice.commands)
      .flatMap((command) =>
        command.body.problems.map(({ code, span, repair }) =>
          print(code, spanIn(command, span), repair && { ...repair, span: spanIn(command, repair.span) }),
        ),
      ),
  ];
}

const outlineOfParameter = ({ keyword, value }: Parameter): string =>
  value === undefined
    ? keyword
    : `${keyword}(${value.items.map((item) => (item.kind === 'word' ? item.text : JSON.stringify(item.text))).join(' ')})`;
