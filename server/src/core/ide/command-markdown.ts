import { commandFacts, commandsOfVerb, meaningOf, optionsOf, synonymsOfVerb } from '#core/facts/lookup.ts';

/** What a command does, for a hover or beside a completion list; of the verb alone where the object type is not known yet. */
export function commandMarkdown(verb: string, object: string | undefined): string {
  const facts = object === undefined ? undefined : commandFacts(verb, object);
  const synonyms = synonymsOfVerb(verb);
  return [
    `**${[verb, facts?.object].filter((word) => word).join(' ')}**${synonyms.length > 0 ? ` (short: ${synonyms.join(', ')})` : ''}`,
    facts && !facts.platforms.includes('multi') ? 'z/OS only.' : '',
    meaningOf(verb, facts?.object ?? '') ?? '',
    facts?.note ? `${facts.note}.` : '',
    facts ? options(verb, facts.object) : '',
    objects(verb, facts?.object),
    facts?.docPage ? `[IBM documentation](${facts.docPage})` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const options = (verb: string, object: string): string =>
  optionsOf(verb, object)
    .map(([keyword, meaning]) => `- \`${keyword}\` — ${meaning}`)
    .join('\n');

/** The other things that the verb works on. */
function objects(verb: string, own: string | undefined): string {
  const all = commandsOfVerb(verb).flatMap(({ object }) => (object === '' || object === own ? [] : [object]));
  return all.length === 0 ? '' : `${own === undefined ? 'For' : 'Also for'} ${all.join(', ')}.`;
}
