import { existsAt } from '#core/facts/exists-at.ts';
import type { AttributeFacts } from '#core/facts/facts.ts';
import { canonicalKeyword, commandFacts, parameterFacts } from '#core/facts/lookup.ts';
import { neededParameters } from '#core/rules/missing-required-attribute.ts';
import { parameterOf, textOf } from '#core/syntax/tree.ts';
import type { CompletionItem } from '../answers.ts';
import type { Place } from './place.ts';
import { usualRank } from './usual-parameters.ts';

/** Inside a command: the parameters that it takes here and does not have yet, those that must be given first. */
export function parameterItems(place: Place, except: string | undefined): readonly CompletionItem[] {
  const { body } = place.command;
  const { verbName: verb, objectName: object } = body;
  if (!verb || !object) return [];
  const given = new Set(
    body.parameters.filter((p) => p.keyword !== except).map((p) => canonicalKeyword(object, p.keyword)),
  );
  const needed = new Set(
    neededParameters(body, {
      platform: place.platform,
      knownPlatforms: [],
      versions: place.version === undefined ? [] : [place.version],
      sourceKind: place.document.kind,
    }).flat(),
  );
  return (commandFacts(verb, object)?.parameters ?? []).flatMap((keyword) => {
    const facts = parameterFacts(verb, object, keyword);
    if (!facts || given.has(keyword) || (facts.oppositeOf && given.has(facts.oppositeOf))) return [];
    if (!fits(facts, place)) return [];
    return [item(facts, place, needed.has(keyword))];
  });
}

/** Whether the command's platform, level of MQ, and the type that it states have this parameter. */
function fits(facts: AttributeFacts, place: Place): boolean {
  const { platform, version, channelType } = place;
  const { body } = place.command;
  const typed = (keyword: string) => textOf(parameterOf(body, keyword));
  const isOut = (types: readonly string[] | undefined, type: string | undefined) =>
    types !== undefined && type !== undefined && type !== '' && !types.includes(type);
  if (body.objectName === 'CHLAUTH' && isOut(facts.chlauthTypes, typed('TYPE'))) return false;
  if (body.objectName === 'AUTHINFO' && isOut(facts.authTypes, typed('AUTHTYPE'))) return false;
  if (body.objectName === 'LISTENER' && isOut(facts.transportTypes, typed('TRPTYPE'))) return false;
  return existsAt(facts, { platform, version, channelType });
}

function item(facts: AttributeFacts, { command, platform }: Place, isNeeded: boolean): CompletionItem {
  const { verbName: verb = '', objectName: object = '' } = command.body;
  const isBare = facts.type === 'flag' || isShown(verb, facts);
  return {
    label: facts.keyword,
    kind: facts.type === 'flag' ? 'flag' : 'attribute',
    detail: detailOf(facts),
    documentation: undefined,
    topic: { verb, object, keyword: facts.keyword, platform },
    insert: isBare ? facts.keyword : `${facts.keyword}($1)`,
    isSnippet: !isBare,
    rank: isNeeded ? '0' : usualRank(object, facts.keyword),
  };
}

/** DISPLAY names the attributes that it shows without a value. */
const isShown = (verb: string, { kind }: AttributeFacts): boolean =>
  verb === 'DISPLAY' && (kind === 'attribute' || kind === 'status');

function detailOf(facts: AttributeFacts): string | undefined {
  if (facts.values)
    return facts.values
      .map((v) => v.value)
      .slice(0, 5)
      .join(' | ');
  if (facts.min !== undefined && facts.max !== undefined) return `${facts.min}–${facts.max}`;
  return facts.maxLength === undefined ? undefined : `up to ${facts.maxLength} characters`;
}
