import type { AttributeFacts, Platform } from '#core/facts/facts.ts';
import { canonicalKeyword, commandFacts, isRequired, parameterFacts } from '#core/facts/lookup.ts';
import { type CommandBody, parameterOf, textOf } from '#core/syntax/tree.ts';
import type { CompletionItem } from '../answers.ts';
import { attributeMarkdown } from '../attribute-markdown.ts';

/** Inside a command: the parameters that it takes here and does not have yet, those that must be given first. */
export function parameterItems(
  body: CommandBody,
  platform: Platform,
  except: string | undefined,
): readonly CompletionItem[] {
  const { verbName: verb, objectName: object } = body;
  if (!verb || !object) return [];
  const given = new Set(
    body.parameters.filter((p) => p.keyword !== except).map((p) => canonicalKeyword(object, p.keyword)),
  );
  const channelType = textOf(parameterOf(body, 'CHLTYPE'));
  return (commandFacts(verb, object)?.parameters ?? []).flatMap((keyword) => {
    const facts = parameterFacts(verb, object, keyword);
    if (!facts || given.has(keyword) || (facts.oppositeOf && given.has(facts.oppositeOf))) return [];
    if (!fits(facts, channelType, platform)) return [];
    return [item(facts, verb, object, platform)];
  });
}

function fits(facts: AttributeFacts, channelType: string | undefined, platform: Platform): boolean {
  if (channelType && facts.channelTypes && !facts.channelTypes.includes(channelType)) return false;
  const isZosOnly = facts.platforms?.every((p) => p === 'zos') ?? false;
  return platform === 'zos' || !isZosOnly;
}

function item(facts: AttributeFacts, verb: string, object: string, platform: Platform): CompletionItem {
  const isFlag = facts.type === 'flag';
  const mustBeGiven = isRequired(verb, object, facts.keyword) || (verb === 'DEFINE' && facts.requiredOnDefine === true);
  return {
    label: facts.keyword,
    kind: isFlag ? 'flag' : 'attribute',
    detail: detailOf(facts),
    documentation: attributeMarkdown(facts, platform),
    insert: isFlag ? facts.keyword : `${facts.keyword}($1)`,
    isSnippet: !isFlag,
    rank: mustBeGiven ? '0' : facts.clusterRelevant ? '1' : '2',
  };
}

function detailOf(facts: AttributeFacts): string | undefined {
  if (facts.values)
    return facts.values
      .map((v) => v.value)
      .slice(0, 5)
      .join(' | ');
  if (facts.min !== undefined && facts.max !== undefined) return `${facts.min}–${facts.max}`;
  return facts.maxLength === undefined ? undefined : `up to ${facts.maxLength} characters`;
}
