import { compareVersions } from '#core/facts/exists-at.ts';
import type { AttributeFacts, CommandFacts, Evidence } from '#core/facts/facts.ts';
import {
  allObjects,
  allVerbs,
  attributeFacts,
  attributesOf,
  commandFacts,
  commandsOfVerb,
  factsLevel,
  parameterFacts,
} from '#core/facts/lookup.ts';
import type { CommandBody, Parameter, ValueItem } from '#core/syntax/tree.ts';
import type { CommandContext, Severity } from '../rule.ts';

/** A command that MQ knows, with what the facts say about each of its parameters. Spans stay relative to the command. */
export interface ResolvedCommand {
  /** Full upper-case name. */
  readonly verb: string;
  /** Full upper-case name; `''` for END, EXIT and QUIT. */
  readonly object: string;
  readonly facts: CommandFacts;
  /** The object type with the name in its parentheses. */
  readonly noun: Parameter | undefined;
  /** The one item in the noun's parentheses. */
  readonly name: ValueItem | undefined;
  /** All parameters but the noun, in the order of the text. */
  readonly parameters: readonly ResolvedParameter[];
  /** Some keyword is a placeholder, or the command is damaged: parameters may be missing here that MQ will see. */
  readonly isPartial: boolean;
}

export interface ResolvedParameter {
  readonly parameter: Parameter;
  /** The keyword with synonyms resolved (`TARGQ` → `TARGET`). */
  readonly keyword: string;
  /** As this command takes it; undefined when it takes no such parameter. */
  readonly facts: AttributeFacts | undefined;
}

/** Undefined when MQ has no such command. The last one is kept, because most rules of the language group ask, one after the other. */
export const resolveCommand = (body: CommandBody): ResolvedCommand | undefined => {
  if (last?.body !== body) last = { body, resolved: resolve(body) };
  return last.resolved;
};

/** The parameter under its resolved keyword. */
export const given = (command: ResolvedCommand, keyword: string): ResolvedParameter | undefined =>
  command.parameters.find((p) => p.keyword === keyword);

/** The value of a parameter as MQ reads it, items joined by commas, in upper case; undefined when it is not given or not known yet. */
export const givenText = (command: ResolvedCommand, keyword: string): string | undefined => {
  const items = given(command, keyword)?.parameter.value?.items;
  if (!items || items.some(isOpenItem)) return undefined;
  return items.map((item) => item.text.trim().toUpperCase()).join(',');
};

/** Whether the parameter is given with something in it: blank, as MQ says, counts as not given. */
export const isFilled = (command: ResolvedCommand, keyword: string): boolean => {
  const items = given(command, keyword)?.parameter.value?.items ?? [];
  return items.some((item) => isOpenItem(item) || item.text.trim() !== '');
};

/** The item holds an insert or placeholder: its text is not the one that MQ will see. */
export const isOpenItem = (item: ValueItem): boolean => item.holes.length > 0;

/** Softens a finding that rests on memory; undefined leaves the rule's own severity. */
export const severityFor = (evidence: Evidence | undefined, context: CommandContext): Severity | undefined =>
  evidence === undefined || evidence === 'memory' || isBeyondFacts(context) ? 'warning' : undefined;

/** A queue manager that it is for runs a level of MQ that the facts do not describe yet. */
export const isBeyondFacts = (context: CommandContext): boolean =>
  context.versions.some((version) => compareVersions(version, factsLevel) > 0);

/** `DEFINE QLOCAL`, or the verb alone. */
export const commandName = (command: ResolvedCommand): string => `${command.verb} ${command.object}`.trim();

/** Whether a keyword is made of letters, digits and underscores, and so no placeholder. */
export const isPlainKeyword = (keyword: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(keyword);

/** Whether any command or object of MQ has this keyword. */
export const isKeyword = (keyword: string): boolean => {
  keywords ??= new Set([
    ...allVerbs().flatMap((verb) => commandsOfVerb(verb).flatMap((command) => command.parameters)),
    ...allObjects().flatMap((object) =>
      attributesOf(object).flatMap((facts) => [facts.keyword, ...(facts.synonyms ?? [])]),
    ),
  ]);
  return keywords.has(keyword);
};

let keywords: ReadonlySet<string> | undefined;

let last: { readonly body: CommandBody; readonly resolved: ResolvedCommand | undefined } | undefined;

const resolve = (body: CommandBody): ResolvedCommand | undefined => {
  if (!body.verbName) return undefined;
  const verb = body.verbName;
  const object = body.objectName ?? '';
  const facts = commandFacts(verb, object);
  if (!facts) return undefined;
  const noun = object === '' ? undefined : body.object;
  const items = noun?.value?.items ?? [];
  return {
    verb,
    object,
    facts,
    noun,
    name: items.length === 1 ? items[0] : undefined,
    parameters: body.parameters
      .filter((parameter) => parameter !== noun)
      .map((parameter) => ({
        parameter,
        keyword: attributeFacts(object, parameter.keyword)?.keyword ?? parameter.keyword,
        facts: parameterFacts(verb, object, parameter.keyword),
      })),
    isPartial:
      body.problems.length > 0 ||
      body.parameters.some((parameter) => !isPlainKeyword(parameter.keyword)) ||
      hasMoreThanParameters(body),
  };
};

/** Whether something stands between the parameters, which only a placeholder can be once there is no other problem. */
const hasMoreThanParameters = ({ raw, verb, parameters }: CommandBody): boolean => {
  let end = verb?.span.end ?? 0;
  for (const { span } of [...parameters, { span: { start: raw.length, end: raw.length } }]) {
    const between = raw.slice(end, span.start);
    if (between.split('\n').some((line) => !/^\s*\*/.test(line) && /[^\s,;+-]/.test(line))) return true;
    end = span.end;
  }
  return false;
};
