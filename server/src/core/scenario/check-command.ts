import type { AttributeFacts } from '#core/facts/facts.ts';
import { commandFacts, parameterFacts } from '#core/facts/lookup.ts';
import { similar } from '#core/facts/similar.ts';
import type { CommandBody, Parameter } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';

export interface CommandProblem {
  /** Relative to the command. */
  readonly span: Span;
  readonly message: string;
}

/** What keeps a command of a scenario from meaning anything: bad syntax, an unknown command, parameter or word for a value. */
export function checkCommand(body: CommandBody): readonly CommandProblem[] {
  if (body.problems.length > 0) return body.problems;
  const start = body.verb?.span ?? { start: 0, end: body.raw.length };
  if (body.verbName === undefined)
    return [{ span: start, message: `\`${body.verb?.text ?? body.raw}\` is no MQSC command.` }];
  const verb = body.verbName;
  const object = body.objectName;
  if (object === undefined || !commandFacts(verb, object))
    return [{ span: start, message: `MQSC has no such command: \`${verb} ${body.object?.keyword ?? '…'}\`.` }];
  return body.parameters
    .filter((parameter) => parameter !== body.object)
    .flatMap((parameter) => checkParameter(verb, object, parameter));
}

function checkParameter(verb: string, object: string, parameter: Parameter): readonly CommandProblem[] {
  const { keyword, keywordSpan, value } = parameter;
  const facts = parameterFacts(verb, object, keyword);
  if (!facts) {
    const near = similar(keyword, commandFacts(verb, object)?.parameters ?? []);
    return [{ span: keywordSpan, message: `${verb} ${object} takes no \`${keyword}\`${meant(near)}` }];
  }
  const outside = value?.items.filter(({ text, holes }) => holes.length === 0 && isOutside(text.trim(), facts)) ?? [];
  if (outside.length > 0)
    return outside.map(({ span, text }) => ({
      span,
      message: `${keyword} takes ${facts.min} to ${facts.max}, not ${text.trim()}.`,
    }));
  const words = facts.values?.map((each) => each.value) ?? [];
  const [item, ...more] = value?.items ?? [];
  if (facts.type !== 'enum' || facts.acceptsInteger || words.length === 0 || !item || more.length > 0) return [];
  const word = item.text.trim().toUpperCase();
  const known = [
    ...words,
    ...Object.keys(facts.valueSynonyms ?? {}),
    ...Object.values(facts.valueSynonyms ?? {}).flat(),
  ];
  if (word === '' || item.holes.length > 0 || known.includes(word)) return [];
  return [{ span: item.span, message: `${keyword} does not take \`${item.written}\`${meant(similar(word, words))}` }];
}

/** Of ranges that nobody could look up a scenario is not sure enough to refuse a run. */
const isOutside = (text: string, { min, max, evidence }: AttributeFacts): boolean =>
  typeof min === 'number' &&
  typeof max === 'number' &&
  (evidence.range ?? 'memory') !== 'memory' &&
  /^\d+$/.test(text) &&
  (Number(text) < min || Number(text) > max);

const meant = (near: string | undefined): string => (near === undefined ? '.' : `; did you mean \`${near}\`?`);
