import { type NameUse, namesIn } from './parts/mq-names.ts';
import { resolveCommand } from './parts/resolved-command.ts';
import type { Rule } from './rule.ts';

export const nameHasInvalidCharacter: Rule = {
  code: 'name-has-invalid-character',
  group: 'language',
  severity: 'error',
  title: 'A name holds a character that MQ does not allow in names.',
  docs: {
    behaviour:
      'Names consist of letters A to Z in both cases, digits, and `.` `/` `_` `%`. Blanks may only follow at the end, where they do not count. Names of CF structures start with a letter and hold only capital letters and digits. Quotes make other characters possible in a value, but not in a name.',
    harm: 'MQ refuses the command. Hyphens are the usual case: host names have them, MQ names must not.',
    remedy: 'Replace the character, for instance by a dot or an underscore.',
    exception:
      'Profiles, subscriptions and topic strings are no object names and follow other rules (no finding there).',
    mqSays: 'AMQ8405 or AMQ8424 (error detected in a name keyword)',
    sources: ['IBM MQ: Rules for naming IBM MQ objects', 'IBM MQ 9.2: DEFINE CFSTRUCT'],
  },
  check: {
    scope: 'command',
    *run({ body }) {
      const command = resolveCommand(body);
      if (!command) return;
      for (const use of namesIn(command)) {
        const { item } = use;
        if (body.problems.some(({ span }) => span.start < item.span.end && item.span.start < span.end)) continue;
        const bad = invalidCharacter(use);
        if (!bad) continue;
        yield {
          span: item.span,
          message: `'${item.text.trimEnd()}' is no name: ${bad === ' ' ? 'a blank' : bad} cannot stand in it, only ${allowedIn(use)}. MQ refuses the command.`,
        };
      }
    },
  },
};

const allowedIn = ({ object }: NameUse): string =>
  object === 'CFSTRUCT' ? 'capital letters and digits, a letter first' : 'letters, digits and . / _ %';

const invalidCharacter = ({ item, object, isGeneric }: NameUse): string | undefined => {
  const name = item.text.trimEnd();
  const plain = isGeneric ? name.replaceAll('*', '') : name;
  return plain.match(object === 'CFSTRUCT' ? /[^A-Z0-9]|^[0-9]/ : /[^A-Za-z0-9./_%]/u)?.[0];
};
