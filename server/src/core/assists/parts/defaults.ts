import { existsAt } from '#core/facts/exists-at.ts';
import { attributeFacts, canonicalKeyword, commandFacts, parameterFacts, positiveKeyword } from '#core/facts/lookup.ts';
import { defaultValue, effectiveText } from '#core/model/effective.ts';
import type { MqObject, QueueManager } from '#core/model/model.ts';
import { defaultObjectOf, nameSpaceOf } from '#core/model/name-spaces.ts';
import { canonicalValue } from '#core/model/read-command.ts';
import { type CommandBody, type Parameter, parameterOf } from '#core/syntax/tree.ts';

/**
 * The parameters of a DEFINE that say what MQ would supply anyway. A default that is known from memory only counts for none,
 * and so does one that a changed `SYSTEM.DEFAULT` object of the estate overrides.
 */
export function superfluous(
  body: CommandBody,
  object: MqObject,
  owners: readonly QueueManager[],
): readonly Parameter[] {
  if (!isPlainDefinition(body)) return [];
  return body.parameters.filter((parameter) => {
    if (parameter === body.object || parameter.value?.items.some((item) => item.holes.length > 0)) return false;
    const supplied = suppliedValue(object, parameter.keyword, owners);
    if (supplied === undefined) return false;
    const keyword = positiveKeyword(object.type, parameter.keyword);
    return (parameter.value ? canonicalValue(object.type, keyword, parameter.value) : parameter.keyword) === supplied;
  });
}

/** What a DEFINE leaves out and MQ supplies, in the order of the reference: `[keyword, value]`. */
export function leftOut(
  body: CommandBody,
  object: MqObject,
  owners: readonly QueueManager[],
): readonly (readonly [string, string])[] {
  if (!isPlainDefinition(body)) return [];
  const { type } = object;
  const given = new Set(body.parameters.map((p) => positiveKeyword(type, canonicalKeyword(type, p.keyword))));
  return (commandFacts('DEFINE', type)?.parameters ?? []).flatMap((keyword) => {
    const facts = parameterFacts('DEFINE', type, keyword);
    if (facts?.kind !== 'attribute' || facts.obsolete || facts.secret) return [];
    if (!owners.every(({ version }) => existsAt(facts, { platform: object.platform, version }))) return [];
    if (keyword !== positiveKeyword(type, keyword) || given.has(keyword)) return [];
    const { channelTypes } = facts;
    if (channelTypes && (!object.channelType || !channelTypes.includes(object.channelType))) return [];
    const supplied = suppliedValue(object, keyword, owners);
    return supplied === undefined ? [] : [[keyword, supplied] as const];
  });
}

/** A definition that stands on MQ's defaults: nothing is copied by LIKE, nothing is damaged. */
const isPlainDefinition = (body: CommandBody): boolean =>
  body.verbName === 'DEFINE' && body.problems.length === 0 && parameterOf(body, 'LIKE') === undefined;

/** The value that the attribute has when no command gives one, if that is certain. */
function suppliedValue(object: MqObject, keyword: string, owners: readonly QueueManager[]): string | undefined {
  const { type } = object;
  const facts = attributeFacts(type, keyword);
  if (facts?.kind !== 'attribute' || facts.requiredOnDefine) return undefined;
  const evidence = facts.type === 'flag' ? facts.evidence.name : facts.evidence.default;
  if (evidence === undefined || evidence === 'memory') return undefined;
  const supplied = defaultValue(object, keyword)?.value;
  if (supplied === undefined) return undefined;
  const isOverridden = owners.some((owner) => {
    const pattern = patternOf(object, owner);
    return pattern !== undefined && effectiveText(pattern, keyword) !== supplied;
  });
  return isOverridden ? undefined : supplied;
}

/** The object that the estate defines for MQ to copy from; IBM: "System and default objects". */
function patternOf(object: MqObject, owner: QueueManager): MqObject | undefined {
  const { type, channelType } = object;
  const selector = selectors[type];
  const kind = channelType ?? (selector && effectiveText(object, selector));
  const name = defaultObjectOf(type, kind);
  const space = nameSpaceOf(type, channelType);
  return name && space ? owner.objects.get(space, name) : undefined;
}

/** The attribute that decides which default object supplies the rest. */
const selectors: Readonly<Record<string, string>> = { AUTHINFO: 'AUTHTYPE', LISTENER: 'TRPTYPE' };
