import type { PlanAction } from '#core/scenario/plan.ts';
import type { CommandBody, Parameter } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';

/** `VERB OBJECT('name') KEYWORD(VALUE) …` as an action of a plan, parsed, though no parser ran. */
export function commandAction(
  queueManager: string,
  verb: string,
  object: string,
  name: string,
  more: Readonly<Record<string, string>> = {},
): PlanAction {
  const parameters: Parameter[] = [];
  let text = verb;
  const add = (keyword: string, value: string, written: string): Parameter => {
    text += ' ';
    const start = text.length;
    text += `${keyword}(${written})`;
    const inner: Span = { start: start + keyword.length + 1, end: text.length - 1 };
    const parameter: Parameter = {
      keyword,
      keywordSpan: { start, end: start + keyword.length },
      span: { start, end: text.length },
      value: {
        inner,
        items: [{ kind: written === value ? 'word' : 'quoted', text: value, written, span: inner, holes: [] }],
      },
    };
    parameters.push(parameter);
    return parameter;
  };
  const subject = add(object, name, /^[A-Z0-9._%/-]+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`);
  for (const [keyword, value] of Object.entries(more)) add(keyword, value, value);
  const parsed: CommandBody = {
    raw: text,
    verb: { text: verb, upper: verb, span: { start: 0, end: verb.length } },
    verbName: verb,
    object: subject,
    objectName: object,
    parameters,
    problems: [],
  };
  return { do: 'mqsc', queueManager, command: text, parsed };
}
