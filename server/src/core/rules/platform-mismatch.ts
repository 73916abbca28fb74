import { existsOn } from '#core/facts/exists-at.ts';
import type { Platform } from '#core/facts/facts.ts';
import { commandName, resolveCommand } from './parts/resolved-command.ts';
import { withoutParameter } from './parts/without-parameter.ts';
import type { Rule } from './rule.ts';

export const platformMismatch: Rule = {
  code: 'platform-mismatch',
  group: 'language',
  severity: 'warning',
  title: 'The queue manager runs on a platform that does not have this.',
  docs: {
    behaviour:
      'Some commands and attributes exist only on z/OS (`QSGDISP`, `CFSTRUCT`, storage classes, buffer pools), others only on Multiplatforms (services, authority records).',
    harm: 'The queue manager refuses the command.',
    remedy: 'Remove the attribute, or correct the platform of the queue manager in `mqsc.yaml`.',
    exception: 'Nothing is reported as long as neither `mqsc.yaml` nor a dump tells the platform.',
    mqSays: 'AMQ8405 on Multiplatforms, CSQ9001E (keyword invalid) on z/OS',
    sources: ['IBM MQ 9.4: MQSC commands reference, the platforms of each command and parameter'],
  },
  check: {
    scope: 'command',
    *run(whole, { knownPlatforms }) {
      const { body } = whole;
      const command = resolveCommand(body);
      if (!command || knownPlatforms.length === 0) return;
      const without = (platforms: readonly Platform[]) => knownPlatforms.filter((one) => !existsOn(one, platforms));
      const who = knownPlatforms.length === 1 ? 'this queue manager' : 'a queue manager that this is for';
      const tell = (what: string, platforms: readonly Platform[]) =>
        `${what} exists only on ${places(platforms)}; ${who} runs on ${places(without(platforms))}.`;
      if (without(command.facts.platforms).length > 0) {
        const span = command.noun?.keywordSpan ?? body.verb?.span;
        if (span) yield { span, message: tell(commandName(command), command.facts.platforms) };
        return;
      }
      for (const { parameter, facts } of command.parameters) {
        if (!facts?.platforms || without(facts.platforms).length === 0) continue;
        yield {
          span: parameter.span,
          message: tell(parameter.keyword, facts.platforms),
          fixes: withoutParameter(whole, parameter),
        };
      }
      if (knownPlatforms.includes('zos')) {
        for (const { parameter, facts } of command.parameters)
          for (const item of parameter.value?.items ?? [])
            if (
              facts?.valuesZos &&
              facts.values?.some(({ value }) => value === item.text) &&
              !facts.valuesZos.includes(item.text)
            )
              yield {
                span: item.span,
                message: `${parameter.keyword} does not take ${item.text} on z/OS; it takes ${facts.valuesZos.join(', ')}.`,
              };
      }
    },
  },
};

const names: Readonly<Record<Platform, string>> = {
  multi: 'Multiplatforms',
  zos: 'z/OS',
  alw: 'AIX, Linux or Windows',
  win: 'Windows',
  unix: 'AIX or Linux',
  nsk: 'HPE NonStop',
  ibmi: 'IBM i',
};

const places = (platforms: readonly Platform[]): string => platforms.map((platform) => names[platform]).join(', ');
