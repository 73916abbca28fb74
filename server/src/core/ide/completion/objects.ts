import { commandsOfVerb } from '#core/facts/lookup.ts';
import type { CompletionItem } from '../answers.ts';
import { commandMarkdown } from '../command-markdown.ts';

/** Behind a verb: the object types that it works on. */
export const objectItems = (verb: string): readonly CompletionItem[] =>
  commandsOfVerb(verb)
    .filter((c) => c.object !== '')
    .map((c) => ({
      label: c.object,
      kind: 'object',
      detail: c.positional.name ?? undefined,
      documentation: commandMarkdown(verb, c.object),
      insert: c.positional.form === '' ? c.object : `${c.object}($1)`,
      isSnippet: c.positional.form !== '',
      rank: common.has(c.object) ? '0' : '1',
    }));

const common: ReadonlySet<string> = new Set([
  'QLOCAL',
  'QALIAS',
  'QREMOTE',
  'CHANNEL',
  'QMGR',
  'NAMELIST',
  'LISTENER',
  'TOPIC',
  'AUTHREC',
  'CHLAUTH',
]);
