import { similar } from '#core/facts/similar.ts';
import { commandName, isBeyondFacts, isKeyword, isPlainKeyword, resolveCommand } from './parts/resolved-command.ts';
import type { Rule } from './rule.ts';

export const unknownAttribute: Rule = {
  code: 'unknown-attribute',
  group: 'language',
  severity: 'error',
  title: 'MQ has no such attribute.',
  docs: {
    behaviour:
      'Keywords are fixed words of mostly eight letters or fewer. MQ knows no other spelling and no abbreviation of its own.',
    harm: 'MQ refuses the whole command, so that the object is not defined or keeps its old attributes.',
    remedy: 'Correct the keyword; the quick fix offers the nearest one that the command takes.',
    exception: 'The level of MQ is newer than these facts (9.4): then the finding is a warning.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: ['IBM MQ 9.4: MQSC commands reference, the parameters of each command'],
  },
  check: {
    scope: 'command',
    *run({ body }, context) {
      const command = resolveCommand(body);
      if (!command) return;
      for (const { parameter, facts } of command.parameters) {
        const { keyword, keywordSpan } = parameter;
        if (facts || !isPlainKeyword(keyword) || isKeyword(keyword)) continue;
        const meant = similar(keyword, command.facts.parameters);
        yield {
          span: keywordSpan,
          message: `${commandName(command)} takes no ${keyword}${meant ? `; did you mean ${meant}?` : ', and no other command does.'} MQ refuses the command (AMQ8405).`,
          ...(meant && { fixes: [{ title: `Change to ${meant}`, edits: [{ span: keywordSpan, newText: meant }] }] }),
          ...(isBeyondFacts(context) && { severity: 'warning' as const }),
        };
      }
    },
  },
};
