import type { AttributeFacts } from '#core/facts/facts.ts';
import { objectName } from '#core/facts/lookup.ts';
import { similar } from '#core/facts/similar.ts';
import type { ValueItem } from '#core/syntax/tree.ts';
import {
  givenText,
  isOpenItem,
  type ResolvedCommand,
  type ResolvedParameter,
  resolveCommand,
  severityFor,
} from './parts/resolved-command.ts';
import type { CommandContext, LocalFinding, Rule } from './rule.ts';

export const valueNotAllowed: Rule = {
  code: 'value-not-allowed',
  group: 'language',
  severity: 'error',
  title: 'MQ does not take this value here.',
  docs: {
    behaviour:
      "Many attributes take one of a few words, others a whole number. A flag such as `REPLACE` takes no value at all, every other attribute that is set needs one, and most take exactly one. A rule of TYPE(BLOCKADDR) takes no other profile than `'*'`.",
    harm: 'MQ refuses the whole command, so that the object is not defined or keeps its old attributes.',
    remedy: 'Choose one of the values that the message lists.',
    exception:
      'Where the list of values rests on memory, or the level of MQ is newer than these facts, the finding is a warning. A blank value is never reported.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: [
      'IBM MQ 9.4: MQSC commands reference, the description of each attribute',
      'IBM MQ 9.4: SET CHLAUTH (the profile of TYPE(BLOCKADDR))',
      'IBM MQ 9.4: PCF constants of the attributes',
    ],
  },
  check: {
    scope: 'command',
    *run({ body }, context) {
      const command = resolveCommand(body);
      if (!command) return;
      yield* profileOfBlocking(command);
      for (const one of command.parameters) {
        if (one.facts && isChecked(command, one.facts)) yield* inParameter(command, one, one.facts, context);
      }
    },
  },
};

/** Addresses are blocked before the name of a channel is known. (IBM: SET CHLAUTH, TYPE(BLOCKADDR).) */
function* profileOfBlocking(command: ResolvedCommand): Iterable<LocalFinding> {
  const { name, object } = command;
  if (object !== 'CHLAUTH' || !name || isOpenItem(name) || givenText(command, 'TYPE') !== 'BLOCKADDR') return;
  if (name.text.trimEnd() === '*') return;
  yield {
    span: name.span,
    message: `TYPE(BLOCKADDR) takes only the profile '*', as addresses are blocked before a channel is known. MQ refuses the command.`,
    fixes: [{ title: "Write '*'", edits: [{ span: name.span, newText: "'*'" }] }],
  };
}

/** DISPLAY takes any attribute with a value as a filter of its own making; there only selectors and parameters are sure. */
const isChecked = ({ verb }: ResolvedCommand, { kind, type }: AttributeFacts): boolean =>
  type !== 'filter' && (verb !== 'DISPLAY' || kind === 'selector' || kind === 'commandParameter');

function* inParameter(
  command: ResolvedCommand,
  { parameter }: ResolvedParameter,
  facts: AttributeFacts,
  context: CommandContext,
): Iterable<LocalFinding> {
  const { value, keyword } = parameter;
  if (facts.type === 'flag') {
    if (value)
      yield {
        span: parameter.span,
        message: `${keyword} is a flag: it takes no value. MQ refuses the command (AMQ8405).`,
      };
    return;
  }
  const setsValues = ['DEFINE', 'ALTER', 'SET'].includes(command.verb);
  if (!value) {
    if (setsValues) yield { span: parameter.span, message: `${keyword} needs a value in parentheses${choice(facts)}.` };
    return;
  }
  if (value.items.length === 0) {
    if (setsValues && !facts.allowsEmptyParentheses && isHardlyTyped(command))
      yield {
        span: parameter.span,
        message: `${keyword} has nothing in its parentheses; write ' ' for blank. MQ refuses the command (AMQ8405).`,
      };
    return;
  }
  if (value.items.length > 1 && !isList(facts)) {
    if (facts.type !== 'string' && !value.items.some(isOpenItem))
      yield {
        span: value.inner,
        message: `${keyword} takes one value, not ${value.items.length}. MQ refuses the command (AMQ8405).`,
      };
    return;
  }
  for (const item of value.items) {
    const finding =
      isOpenItem(item) || item.text.trim() === '' ? undefined : inItem(command, keyword, item, facts, context);
    if (finding) yield finding;
  }
}

const inItem = (
  command: ResolvedCommand,
  keyword: string,
  item: ValueItem,
  facts: AttributeFacts,
  context: CommandContext,
): LocalFinding | undefined => {
  const text = item.text.trim().toUpperCase();
  const takesNumber = facts.type === 'integer' || facts.type === 'integerOrKeyword' || facts.acceptsInteger;
  if (takesNumber && /^\d+$/.test(text)) return undefined;
  const values = allowed(command, facts);
  if (facts.type === 'integer') {
    // DISPLAY takes patterns where a number would be defined.
    if (command.verb === 'DISPLAY') return undefined;
    return {
      span: item.span,
      message: `${keyword} takes a whole number${range(facts)}, not ${item.written}. MQ refuses the command.`,
    };
  }
  const closed = facts.type === 'enum' || facts.type === 'enumList' || facts.type === 'integerOrKeyword';
  if (!closed || values.length === 0 || facts.openValue) return undefined;
  if (values.includes(text) || values.includes(objectName(text) ?? '') || text in (facts.valueSynonyms ?? {}))
    return undefined;
  const meant = similar(text, values);
  const severity = severityFor(facts.evidence.values, context);
  return {
    span: item.span,
    message: `${keyword} does not take ${item.written}${meant ? `; did you mean ${meant}?` : '.'} It takes ${takesNumber ? `a number${range(facts)} or ` : ''}${list(values)}.`,
    ...(severity && { severity }),
    ...(meant && { fixes: [{ title: `Change to ${meant}`, edits: [{ span: item.span, newText: meant }] }] }),
  };
};

const allowed = (command: ResolvedCommand, facts: AttributeFacts): readonly string[] => {
  const type = givenText(command, 'CHLTYPE');
  const values = facts.values?.map(({ value }) => value) ?? [];
  if (!type) return values;
  const own = values.filter((value) => facts.channelTypesOfValue?.[value]?.includes(type) ?? true);
  return [...own, ...(facts.valuesByChannelType?.[type] ?? [])];
};

const isList = ({ type }: AttributeFacts): boolean => type.endsWith('List');

/** `KEYWORD()` is also what stands there while somebody types; then the rest of the command is whole. */
const isHardlyTyped = (command: ResolvedCommand): boolean => !command.isPartial;

const choice = (facts: AttributeFacts): string =>
  facts.values && facts.values.length > 0 ? `: ${list(facts.values.map(({ value }) => value))}` : '';

const list = (values: readonly string[]): string =>
  values.length > 10 ? `${values.slice(0, 9).join(', ')} or one of ${values.length - 9} others` : values.join(', ');

const range = ({ min, max }: AttributeFacts): string =>
  min === undefined || max === undefined ? '' : ` from ${min} to ${max}`;
