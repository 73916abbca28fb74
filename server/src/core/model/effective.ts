import { defaultOf, factsLevel, positiveKeyword } from '#core/facts/lookup.ts';
import { kept } from '#core/text/kept.ts';
import { writtenText, writtenValue } from './make-object.ts';
import type { EffectiveValue, MqObject } from './model.ts';
import { canonicalText } from './read-command.ts';

/**
 * The value that an attribute has after all commands: what commands or LIKE set, else the default of platform and channel
 * type. Takes synonyms and opposites: `TARGQ` reads TARGET, `NOTRIGGER` and `TRIGGER` both give the flag as MQ writes it.
 * Undefined when MQ has no default, or when no file defines the object, so that its attributes are not known.
 */
export function effective(object: MqObject, keyword: string): EffectiveValue | undefined {
  const canonical = positiveKeyword(object.type, keyword);
  const written = writtenValue(object, canonical);
  if (written) return written;
  return object.isDefined ? defaultValue(object, canonical) : undefined;
}

/** The effective value as text; `''` when it is blank, open or not known. */
export function effectiveText(object: MqObject, keyword: string): string {
  const canonical = positiveKeyword(object.type, keyword);
  const written = writtenText(object, canonical);
  if (written) return written.isOpen ? '' : written.value;
  return object.isDefined ? (defaultText(object, canonical) ?? '') : '';
}

/** What the attribute would be if no command set it; undefined when MQ has no default or none is known. */
export function defaultValue(object: MqObject, keyword: string): EffectiveValue | undefined {
  const value = defaultText(object, positiveKeyword(object.type, keyword));
  return value === undefined ? undefined : { value, origin: fromFacts, isOpen: false };
}

const fromFacts: EffectiveValue['origin'] = { kind: 'default', from: `MQ ${factsLevel}` };

function defaultText(object: MqObject, canonical: string): string | undefined {
  const known = knownDefaults(object);
  if (known.has(canonical)) return known.get(canonical);
  const value = defaultOf(object.type, canonical, object);
  const text = value === undefined ? undefined : canonicalText(object.type, canonical, value);
  known.set(canonical, text);
  return text;
}

/** By keyword, the defaults of all objects that have the same ones. */
function knownDefaults({ type, platform, channelType = '' }: MqObject): Map<string, string | undefined> {
  const byPlatform = kept(defaults, type, newMap<Map<string, Defaults>>);
  return kept(kept(byPlatform, platform, newMap<Defaults>), channelType, newMap<string | undefined>);
}

type Defaults = Map<string, string | undefined>;

const newMap = <V>(): Map<string, V> => new Map();
/** By type, platform and channel type. */
const defaults = newMap<Map<string, Map<string, Defaults>>>();

/** Whether the attribute has MQ's default value, written out or not. */
export const isDefault = (object: MqObject, keyword: string): boolean => {
  const value = effective(object, keyword);
  return value !== undefined && !value.isOpen && value.value === defaultValue(object, keyword)?.value;
};
