import type { Evidence } from '#core/facts/facts.ts';
import type { ValueItem } from '#core/syntax/tree.ts';
import { isOpenItem, resolveCommand, severityFor } from './parts/resolved-command.ts';
import type { CommandContext, LocalFinding, Rule } from './rule.ts';

export const numberOutOfRange: Rule = {
  code: 'number-out-of-range',
  group: 'language',
  severity: 'error',
  title: 'A number is smaller or larger than MQ takes.',
  docs: {
    behaviour:
      'Each numeric attribute has a smallest and a largest value. A few also take a word, such as `NOLIMIT` or `AUTO`, which stands outside the range.',
    harm: 'MQ refuses the whole command, so that the object is not defined or keeps its old attributes.',
    remedy: 'Choose a number in the range that the message gives.',
    exception:
      'Ranges that were not found in the documentation, or may have changed since MQ 9.4, give only a warning.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: ['IBM MQ 9.4: MQSC commands reference, the description of each attribute'],
  },
  check: {
    scope: 'command',
    *run({ body }, context) {
      const command = resolveCommand(body);
      if (!command || command.verb === 'DISPLAY') return;
      const { min, max } = command.facts.positional;
      if (command.noun && command.name && min !== undefined && max !== undefined)
        yield* inItem(command.noun.keyword, command.name, { min, max, evidence: undefined }, context);
      for (const { parameter, facts } of command.parameters) {
        if (typeof facts?.min !== 'number' || typeof facts.max !== 'number') continue;
        const limits = { min: facts.min, max: facts.max, evidence: facts.evidence.range };
        for (const item of parameter.value?.items ?? []) yield* inItem(parameter.keyword, item, limits, context);
      }
    },
  },
};

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly evidence: Evidence | undefined;
}

function* inItem(
  keyword: string,
  item: ValueItem,
  { min, max, evidence }: Limits,
  context: CommandContext,
): Iterable<LocalFinding> {
  const text = item.text.trim();
  if (isOpenItem(item) || !/^\d+$/.test(text)) return;
  const number = Number(text);
  if (min <= number && number <= max) return;
  const severity = severityFor(evidence, context);
  yield {
    span: item.span,
    message: `${keyword} takes ${min} to ${max}, not ${text}. MQ refuses the command.`,
    ...(severity && { severity }),
  };
}
