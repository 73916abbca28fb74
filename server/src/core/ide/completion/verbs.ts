import { allVerbs, commandsOfVerb } from '#core/facts/lookup.ts';
import type { CompletionItem } from '../answers.ts';
import { commandMarkdown } from '../command-markdown.ts';
import { snippets } from './snippets.ts';

/** At the start of a command: every verb, the common ones first, and whole definitions. */
export const verbItems = (): readonly CompletionItem[] => [
  ...allVerbs().map(
    (verb): CompletionItem => ({
      label: verb,
      kind: 'verb',
      detail: describe(verb),
      documentation: commandMarkdown(verb, undefined),
      insert: verb,
      isSnippet: false,
      rank: common.includes(verb) ? `0${common.indexOf(verb)}` : '1',
    }),
  ),
  ...snippets,
];

const common: readonly string[] = ['DEFINE', 'ALTER', 'SET', 'DISPLAY', 'DELETE', 'START', 'STOP', 'REFRESH'];

function describe(verb: string): string | undefined {
  const objects = commandsOfVerb(verb)
    .map((c) => c.object)
    .filter((o) => o !== '');
  return objects.length === 0 ? undefined : objects.slice(0, 4).join(', ') + (objects.length > 4 ? ' …' : '');
}
