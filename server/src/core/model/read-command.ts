import { attributeFacts, positiveKeyword } from '#core/facts/lookup.ts';
import type { CommandBody, Parameter, Value, ValueItem } from '#core/syntax/tree.ts';

/** A command as the model sees it. It depends on the command's text alone, so equal text is read once. */
export interface CommandReading {
  readonly verb: string;
  readonly type: string;
  /** What stands in the parentheses of the object type. */
  readonly name: ValueItem | undefined;
  /** The object type with its parentheses. */
  readonly object: Parameter;
  readonly like: ValueItem | undefined;
  readonly replaces: boolean;
  /** Attributes only, the last one when a keyword repeats. */
  readonly settings: ReadonlyMap<string, Setting>;
  /** A value among the settings holds an insert or placeholder. */
  readonly hasHoles: boolean;
}

export interface Setting {
  /** `TARGQ` → `TARGET`, `NOTRIGGER` → `TRIGGER`. */
  readonly keyword: string;
  readonly parameter: Parameter;
  /** As MQ holds it, inserts not filled. */
  readonly value: string;
  readonly hasHoles: boolean;
}

/** Undefined when verb or object type is none that MQ has. */
export function readCommand(body: CommandBody): CommandReading | undefined {
  if (!readings.has(body)) readings.set(body, read(body));
  return readings.get(body);
}

/** A value as MQ holds it: list elements joined by commas, blanks at the end gone, numbers without leading zeros, synonyms resolved. */
export function canonicalValue(type: string, keyword: string, value: Value | undefined): string {
  return (value?.items ?? []).map((item) => canonicalText(type, keyword, item.text)).join(',');
}

const readings = new WeakMap<CommandBody, CommandReading | undefined>();

function read(body: CommandBody): CommandReading | undefined {
  const { verbName: verb, objectName: type, object } = body;
  if (!verb || !type || !object) return undefined;
  const settings = new Map<string, Setting>();
  let replaces = false;
  let like: ValueItem | undefined;
  for (const parameter of body.parameters) {
    if (parameter === object) continue;
    const { keyword } = parameter;
    if (keyword === 'REPLACE') replaces = true;
    else if (keyword === 'LIKE') like = parameter.value?.items[0];
    else if (!commandParameters.has(keyword)) {
      const setting = readSetting(type, parameter);
      settings.set(setting.keyword, setting);
    }
  }
  const hasHoles = [...settings.values()].some((setting) => setting.hasHoles);
  return { verb, type, name: object.value?.items[0], object, like, replaces, settings, hasHoles };
}

function readSetting(type: string, parameter: Parameter): Setting {
  const keyword = positiveKeyword(type, parameter.keyword);
  return {
    keyword,
    parameter,
    value: parameter.value ? canonicalValue(type, keyword, parameter.value) : parameter.keyword,
    hasHoles: parameter.value?.items.some((item) => item.holes.length > 0) ?? false,
  };
}

/** What a command takes that is no attribute of the object. */
const commandParameters: ReadonlySet<string> = new Set([
  'NOREPLACE',
  'FORCE',
  'CMDSCOPE',
  'PURGE',
  'NOPURGE',
  'IGNSTATE',
]);

/** IBM: "Generic values and characters with special meanings": in these, blanks at the end count. */
const keepsBlanks: ReadonlySet<string> = new Set(['TOPICSTR', 'SELECTOR', 'SUBNAME']);

/** One element of a value as MQ holds it. */
export function canonicalText(type: string, keyword: string, text: string): string {
  const trimmed = text.trimEnd();
  if (trimmed === '' || keepsBlanks.has(keyword)) return trimmed === '' ? '' : text;
  if (/^0\d+$/.test(trimmed) && isNumber(type, keyword)) return trimmed.replace(/^0+(?=\d)/, '');
  return attributeFacts(type, keyword)?.valueSynonyms?.[trimmed] ?? trimmed;
}

const isNumber = (type: string, keyword: string): boolean =>
  /^(integer|size)/.test(attributeFacts(type, keyword)?.type ?? '');
