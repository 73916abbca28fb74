import type { CommandBody, Parameter } from '#core/syntax/tree.ts';
import { isPlainKeyword, type ResolvedParameter, resolveCommand } from './parts/resolved-command.ts';
import type { LocalFix, Rule } from './rule.ts';

export const duplicateAttribute: Rule = {
  code: 'duplicate-attribute',
  group: 'language',
  severity: 'error',
  title: 'A parameter is given twice.',
  docs: {
    behaviour:
      'MQ does not take the first or the last of two: a repeated parameter makes the command wrong. Two spellings of one keyword (`TARGET`, `TARGQ`) count as the same.',
    harm: 'MQ refuses the whole command.',
    remedy: 'Remove one of the two. Where both say the same, `mqsc check --fix` and saving remove the second.',
    exception: 'SET POLICY takes several SIGNER and RECIP (no finding there).',
    mqSays: 'AMQ8405 on Multiplatforms, CSQ9000E (keyword more than once) on z/OS',
    sources: [
      'WebSphere MQ 6.0, Rules for using MQSC commands (repeated parameters are not allowed, nor is REPLACE beside NOREPLACE): http://setgetweb.com/p/WAS60/MQ/com.ibm.mq.csqzaj.doc_6.0.2.11/sc10240_.htm',
      'The same in the MQSC Command Reference (SC33-1369). The messages rest on memory.',
    ],
  },
  check: {
    scope: 'command',
    *run({ body }) {
      const command = resolveCommand(body);
      if (!command) return;
      const first = new Map<string, ResolvedParameter>();
      for (const one of command.parameters) {
        if (!isPlainKeyword(one.parameter.keyword) || one.facts?.repeatable) continue;
        // DISPLAY has keywords that select when they stand with a value and show when they stand alone.
        const key =
          command.verb === 'DISPLAY' ? `${one.parameter.keyword}${one.parameter.value ? '()' : ''}` : one.keyword;
        const earlier = first.get(key);
        if (!earlier) {
          first.set(key, one);
          continue;
        }
        const fix = removal(body, one.parameter, saysTheSame(one.parameter, earlier.parameter));
        const name =
          earlier.parameter.keyword === one.parameter.keyword
            ? one.parameter.keyword
            : `${one.parameter.keyword} (the same as ${earlier.parameter.keyword})`;
        yield {
          span: one.parameter.span,
          message: `${name} is given twice in this command. MQ refuses the command; keep one of them.`,
          ...(fix && { fixes: [fix] }),
        };
      }
    },
  },
};

/** Takes the parameter out with the blanks and continuation characters around it, so that the command still ends where it did. */
const removal = (body: CommandBody, parameter: Parameter, isCertain: boolean): LocalFix | undefined => {
  const at = body.parameters.indexOf(parameter);
  const before = body.parameters[at - 1];
  const after = body.parameters[at + 1];
  const span = after
    ? { start: parameter.span.start, end: after.span.start }
    : before && { start: before.span.end, end: parameter.span.end };
  if (!span) return undefined;
  const gap = body.raw
    .slice(span.start, span.end)
    .replace(body.raw.slice(parameter.span.start, parameter.span.end), '');
  if (!/^[\s,+-]*$/.test(gap)) return undefined;
  return { title: `Remove this ${parameter.keyword}`, edits: [{ span, newText: '' }], isCertain };
};

/** Without values or with the same ones, as MQ reads them: then it does not matter which of the two stays. */
const saysTheSame = (one: Parameter, other: Parameter): boolean =>
  !one.value || !other.value
    ? one.value === other.value
    : one.value.items.length === other.value.items.length &&
      one.value.items.every(({ text }, index) => text === other.value?.items[index]?.text);
