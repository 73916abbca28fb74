import { positiveKeyword } from '#core/facts/lookup.ts';
import type { PlanAttributes, PlanValue } from '#core/scenario/plan.ts';
import type { CommandBody } from '#core/syntax/tree.ts';
import type { QueueManager, World } from '../world.ts';

/** Runs one parsed command and says, as MQ would, what came of it. */
export type Command = (world: World, at: QueueManager, body: CommandBody) => string;

/** The name in the parentheses behind the object type. */
export const nameOf = (body: CommandBody): string => body.object?.value?.items[0]?.text ?? '';

export function textAfter(body: CommandBody, ...keywords: readonly string[]): string | undefined {
  const parameter = body.parameters.find((p) => keywords.includes(p.keyword));
  return parameter?.value?.items.map((item) => item.text).join(',');
}

export const hasKeyword = (body: CommandBody, keyword: string): boolean =>
  body.parameters.some((parameter) => parameter.keyword === keyword);

/** What the command sets. A command of the plan has no place in the definitions. */
export function attributesOf(body: CommandBody): PlanAttributes {
  const attributes: Record<string, PlanValue> = {};
  for (const parameter of body.parameters) {
    if (parameter === body.object) continue;
    const value = parameter.value?.items.map((item) => item.text).join(',') ?? parameter.keyword;
    // A flag is kept under one keyword: TRIGGER is TRIGGER or NOTRIGGER.
    attributes[positiveKeyword(body.objectName ?? '', parameter.keyword)] = { value, at: undefined };
  }
  return attributes;
}

/** The clusters after a command that leaves these attributes: those it had, if it says nothing about them. */
export function clustersAfter(
  at: QueueManager,
  body: CommandBody,
  attributes: PlanAttributes,
  before: readonly string[],
): readonly string[] {
  return hasKeyword(body, 'CLUSTER') || hasKeyword(body, 'CLUSNL') ? clustersIn(at, attributes) : before;
}

/** CLUSTER, else the names in the namelist of CLUSNL. */
export function clustersIn(at: QueueManager, attributes: PlanAttributes): readonly string[] {
  const cluster = attributes.CLUSTER?.value.trim() ?? '';
  return cluster === '' ? (at.namelists.get(attributes.CLUSNL?.value.trim() ?? '') ?? []) : [cluster];
}
