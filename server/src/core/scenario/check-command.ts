import { commandFacts, parameterFacts } from '#core/facts/lookup.ts';
import { similar } from '#core/facts/similar.ts';
import type { CommandBody } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';

/** What keeps a command of a scenario from meaning anything: bad syntax, an unknown command or parameter. Relative spans. */
export function checkCommand(body: CommandBody): readonly { readonly span: Span; readonly message: string }[] {
  if (body.problems.length > 0) return body.problems;
  const start = body.verb?.span ?? { start: 0, end: body.raw.length };
  if (body.verbName === undefined)
    return [{ span: start, message: `\`${body.verb?.text ?? body.raw}\` is no MQSC command.` }];
  const verb = body.verbName;
  const object = body.objectName;
  if (object === undefined || !commandFacts(verb, object))
    return [{ span: start, message: `MQSC has no such command: \`${verb} ${body.object?.keyword ?? '…'}\`.` }];
  const known = commandFacts(verb, object)?.parameters ?? [];
  return body.parameters
    .filter((parameter) => parameter !== body.object && !parameterFacts(verb, object, parameter.keyword))
    .map((parameter) => {
      const near = similar(parameter.keyword, known);
      const hint = near ? `; did you mean \`${near}\`?` : '.';
      return { span: parameter.keywordSpan, message: `${verb} ${object} takes no \`${parameter.keyword}\`${hint}` };
    });
}
