import { parameterFacts } from '#core/facts/lookup.ts';
import type { CompletionTopic } from '../answers.ts';
import { attributeMarkdown } from '../attribute-markdown.ts';

/** The documentation of an offered parameter, made for the one that is looked at; Markdown. */
export function completionDocumentation({ verb, object, keyword, platform }: CompletionTopic): string | undefined {
  const facts = parameterFacts(verb, object, keyword);
  return facts && attributeMarkdown(facts, platform);
}
