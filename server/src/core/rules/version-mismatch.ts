import { compareVersions } from '#core/facts/exists-at.ts';
import { resolveCommand } from './parts/resolved-command.ts';
import { withoutParameter } from './parts/without-parameter.ts';
import type { Rule } from './rule.ts';

export const versionMismatch: Rule = {
  code: 'version-mismatch',
  group: 'language',
  severity: 'warning',
  title: 'The queue manager’s level of MQ does not have this attribute yet.',
  docs: {
    behaviour: 'Newer levels of MQ bring new attributes. An older queue manager does not know them.',
    harm: 'The queue manager refuses the whole command.',
    remedy: 'Remove the attribute, or correct `mqVersion` in `mqsc.yaml`.',
    exception:
      'The facts name the first level for few attributes, partly from memory; nothing is reported for the others. Without `mqsc.yaml` or a dump the newest level is taken for granted.',
    mqSays: 'AMQ8405: Syntax error detected at or near end of command segment below',
    sources: ['IBM MQ: What’s new, by level', 'History of the constants in the public mq-golang repository'],
  },
  check: {
    scope: 'command',
    *run(whole, { versions }) {
      const command = resolveCommand(whole.body);
      const [oldest, another] = versions;
      if (!command || oldest === undefined) return;
      const who = another === undefined ? 'this queue manager' : 'one of the queue managers that this is for';
      for (const { parameter, facts } of command.parameters) {
        if (!facts?.since || compareVersions(oldest, facts.since) >= 0) continue;
        yield {
          span: parameter.span,
          message: `${parameter.keyword} came with MQ ${facts.since}; ${who} runs ${oldest} and refuses the command.`,
          fixes: withoutParameter(whole, parameter),
        };
      }
    },
  },
};
