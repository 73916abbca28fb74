import { namesIn } from './parts/mq-names.ts';
import { resolveCommand } from './parts/resolved-command.ts';
import type { Rule } from './rule.ts';

export const nameTooLong: Rule = {
  code: 'name-too-long',
  group: 'language',
  severity: 'error',
  title: 'A name is longer than MQ allows.',
  docs: {
    behaviour:
      'Names of queues, queue managers, clusters, topics, processes, namelists, listeners and services may have 48 characters, channels 20, CF structures 12, storage classes 8.',
    harm: 'MQ refuses the command. In a cluster the usual `TO.<queue manager>` for channels leaves only 17 characters for the name of the queue manager.',
    remedy: 'Shorten the name.',
    mqSays: 'AMQ8405 or AMQ8424 (error detected in a name keyword)',
    sources: [
      'IBM MQ: Rules for naming IBM MQ objects',
      'Perl module MQSeries (Morgan Stanley, CPAN), ErrorLog/descriptions.pl: the text of AMQ8424',
    ],
  },
  check: {
    scope: 'command',
    *run({ body }) {
      const command = resolveCommand(body);
      if (!command) return;
      for (const { item, keyword, maxLength } of namesIn(command)) {
        const length = item.text.trimEnd().length;
        if (maxLength === undefined || length <= maxLength) continue;
        yield {
          span: item.span,
          message: `${item.text} has ${length} characters; a name in ${keyword} may have ${maxLength}. MQ refuses the command.`,
        };
      }
    },
  },
};
