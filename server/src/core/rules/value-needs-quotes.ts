import { quoted } from '#core/syntax/quote-if-needed.ts';
import { problemsInCommand } from './parts/problem-findings.ts';
import { resolveCommand } from './parts/resolved-command.ts';
import type { CommandCheck, Rule } from './rule.ts';

export const valueNeedsQuotes: Rule = {
  code: 'value-needs-quotes',
  group: 'language',
  severity: 'error',
  title: 'A value must be quoted.',
  docs: {
    behaviour:
      'Without quotes a value may hold letters, digits and `.` `/` `_` `%` (and end in `*` where a generic value is allowed). Anything else needs single quotes: blanks, `-`, `:`, parentheses, `@` and so on.',
    harm: 'MQ refuses the command at the first such character.',
    remedy: "Put the value in single quotes: `CONNAME('host(1414)')`.",
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: [
      'MQSC Command Reference (SC33-1369), Rules for using MQSC commands',
      'Recorded runmqsc sessions (MQ 9.4): unquoted `-` and `:` are refused',
    ],
  },
  check: {
    scope: 'command',
    *run(command, context) {
      yield* problemsInCommand('value-needs-quotes')(command, context);
      yield* wordsThatAreOneText(command, context);
    },
  },
};

/** `DESCR(order queue)`: MQ takes one value here, so the words were meant to be one. Only the facts can tell. */
const wordsThatAreOneText: CommandCheck['run'] = function* ({ body }) {
  for (const { parameter, keyword, facts } of resolveCommand(body)?.parameters ?? []) {
    const { value } = parameter;
    if (!value || facts?.type !== 'string' || value.items.length < 2) continue;
    if (value.items.some((item) => item.kind !== 'word' || item.holes.length > 0)) continue;
    if (body.problems.some(({ span }) => span.start < value.inner.end && value.inner.start < span.end)) continue;
    const written = body.raw.slice(value.inner.start, value.inner.end);
    const text = quoted(written.trim());
    yield {
      span: value.inner,
      message: `${keyword} takes one value; a text with blanks or commas needs single quotes. MQ refuses the command (AMQ8405).`,
      ...(!written.includes('\n') && {
        fixes: [{ title: `Write ${text}`, edits: [{ span: value.inner, newText: text }] }],
      }),
    };
  }
};
