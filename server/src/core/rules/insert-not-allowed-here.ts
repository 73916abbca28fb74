import type { ValueItem } from '#core/syntax/tree.ts';
import { type ResolvedCommand, resolveCommand } from './parts/resolved-command.ts';
import type { Rule } from './rule.ts';

export const insertNotAllowedHere: Rule = {
  code: 'insert-not-allowed-here',
  group: 'language',
  severity: 'warning',
  title: 'MQ does not fill in an insert at this place.',
  docs: {
    behaviour:
      'In scripts of automatic configuration MQ fills in `+NAME+` in the name, `CONNAME` and cluster of cluster channels, and nowhere else. A service has inserts of its own in its commands and arguments.',
    harm: 'The text `+QMNAME+` is taken as it stands: a queue of that name, or a refused command.',
    remedy: 'Write the value out, or let the tool that deploys the script fill it in.',
    exception:
      'A tool of your own that replaces `+NAME+` before MQ sees the script: suppress the finding for the file.',
    sources: [
      'IBM MQ 9.4: Variables stanza of the qm.ini file',
      'IBM MQ 9.3: Cluster attributes available on channel definition commands',
    ],
  },
  check: {
    scope: 'command',
    *run({ body }) {
      const command = resolveCommand(body);
      if (!command || command.verb === 'DISPLAY') return;
      for (const { keyword, item } of values(command)) {
        const insert = item.holes.find((hole) => hole.kind === 'insert' && builtIn.has(hole.name.toUpperCase()));
        if (!insert || isFilledIn(command, keyword)) continue;
        yield {
          span: insert.span,
          message: `MQ does not fill in +${insert.name}+ in ${keyword} of ${command.object}; it does in the name, CONNAME and CLUSTER of cluster channels and in services.`,
        };
      }
    },
  },
};

/** Other names between plus signs may be anything: a topic with wildcards, a telephone number. */
const builtIn: ReadonlySet<string> = new Set(['QMNAME', 'AUTOCL']);

function* values({ noun, name, parameters }: ResolvedCommand): Iterable<{ keyword: string; item: ValueItem }> {
  if (noun && name) yield { keyword: 'the name', item: name };
  for (const { parameter, keyword } of parameters)
    for (const item of parameter.value?.items ?? []) yield { keyword, item };
}

const isFilledIn = ({ object }: ResolvedCommand, keyword: string): boolean =>
  object === 'SERVICE' || (object === 'CHANNEL' && ['the name', 'CONNAME', 'CLUSTER'].includes(keyword));
