import type { AttributeFacts } from '#core/facts/facts.ts';
import type { Value, ValueItem } from '#core/syntax/tree.ts';
import { isOpenItem, resolveCommand, severityFor } from './parts/resolved-command.ts';
import type { CommandContext, LocalFinding, Rule } from './rule.ts';

export const valueTooLong: Rule = {
  code: 'value-too-long',
  group: 'language',
  severity: 'error',
  title: 'A text is longer than its attribute.',
  docs: {
    behaviour:
      'Each text attribute has a fixed length: 64 characters for `DESCR`, 264 for `CONNAME`, 48 for most names. Enclosing quotes and blanks at the end do not count, a doubled quote counts once. Lists have a largest number of entries.',
    harm: 'MQ refuses the whole command.',
    remedy: 'Shorten the text.',
    exception:
      'Lengths that rest on memory give a warning. User identifiers are measured with 64 characters, the length on Windows, unless another platform is known.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: ['MQ_*_LENGTH constants of IBM MQ', 'IBM MQ 9.4: ALTER NAMELIST (256 names)'],
  },
  check: {
    scope: 'command',
    *run({ body }, context) {
      const command = resolveCommand(body);
      if (!command || command.verb === 'DISPLAY') return;
      for (const { parameter, facts } of command.parameters) {
        if (!facts || !parameter.value || facts.type === 'name') continue;
        yield* inValue(parameter.keyword, parameter.value, facts, context);
      }
    },
  },
};

function* inValue(
  keyword: string,
  { items, inner }: Value,
  facts: AttributeFacts,
  context: CommandContext,
): Iterable<LocalFinding> {
  const severity = severityFor(facts.evidence.maxLength, context);
  const soft = severity && { severity };
  if (facts.maxItems !== undefined && items.length > facts.maxItems)
    yield { span: inner, message: `${keyword} takes ${facts.maxItems} entries; these are ${items.length}.`, ...soft };
  const limit = limitOf(keyword, facts, context);
  if (limit === undefined || !textTypes.has(facts.type)) return;
  for (const item of items) {
    const length = lengthOf(item);
    if (isOpenItem(item) || length <= limit) continue;
    yield {
      span: item.span,
      message: `${keyword} takes ${limit} characters; this text has ${length}. MQ refuses the command.`,
      ...soft,
    };
  }
}

const textTypes: ReadonlySet<string> = new Set(['string', 'stringList', 'nameList']);

/** Trailing blanks are padding. */
const lengthOf = (item: ValueItem): number => item.text.trimEnd().length;

const limitOf = (keyword: string, facts: AttributeFacts, { platform }: CommandContext): number | undefined => {
  if (platform === 'zos') return facts.maxLengthZos ?? facts.maxLength;
  const mayBeWindows = platform === undefined || platform === 'multi' || platform === 'alw' || platform === 'win';
  return userIdentifiers.has(keyword) && mayBeWindows ? 64 : facts.maxLength;
};

/** 12 characters, but `user@domain` with 64 on Windows. */
const userIdentifiers: ReadonlySet<string> = new Set(['MCAUSER', 'USERLIST', 'SUBUSER']);
