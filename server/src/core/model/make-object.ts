import { type Parameter, spanIn } from '#core/syntax/tree.ts';
import { kept } from '#core/text/kept.ts';
import type { Location, Span } from '#core/text/span.ts';
import { fillText, type Inserts, isUnknown } from './inserts.ts';
import type { CommandRef, EffectiveValue, MqObject } from './model.ts';
import { type CommandReading, canonicalValue, type Setting } from './read-command.ts';

/** Everything of an object but its attributes. */
export type ObjectFrame = Omit<MqObject, 'written' | 'isSystem'>;

/** Gives an object attributes: those of a command, those it had before, copies of another's that LIKE or a default names, or one that MQ sets. */
export type Layer =
  | CommandLayer
  | { readonly kind: 'before'; readonly of: MqObject }
  | { readonly kind: 'copy'; readonly of: MqObject }
  | { readonly kind: 'value'; readonly keyword: string; readonly value: EffectiveValue };

interface CommandLayer {
  readonly kind: 'command';
  readonly ref: CommandRef;
  readonly reading: CommandReading;
  readonly inserts: Inserts;
}

/** An object whose later layers win. Its attributes are worked out when somebody first asks for all of them. */
export const makeObject = (frame: ObjectFrame, layers: readonly Layer[]): MqObject => new LayeredObject(frame, layers);

/** A class, because an estate makes thousands of these at each edit: a getter of its own for each costs ten times as much. */
class LayeredObject implements MqObject {
  readonly type: string;
  readonly name: string;
  readonly queueManager: string;
  readonly sharedFrom: string | undefined;
  readonly channelType: string | undefined;
  readonly nameAt: Location;
  readonly definedBy: CommandRef;
  readonly isDefined: boolean;
  readonly nameIsOpen: boolean;
  readonly platform: MqObject['platform'];
  readonly isSystem: boolean;
  readonly layers: readonly Layer[];
  #written: MqObject['written'] | undefined;

  constructor(frame: ObjectFrame, layers: readonly Layer[]) {
    this.type = frame.type;
    this.name = frame.name;
    this.queueManager = frame.queueManager;
    this.sharedFrom = frame.sharedFrom;
    this.channelType = frame.channelType;
    this.nameAt = frame.nameAt;
    this.definedBy = frame.definedBy;
    this.isDefined = frame.isDefined;
    this.nameIsOpen = frame.nameIsOpen;
    this.platform = frame.platform;
    this.isSystem = frame.name.startsWith('SYSTEM.');
    this.layers = layers;
  }

  get written(): MqObject['written'] {
    this.#written ??= new Map(this.layers.flatMap((layer) => [...valuesIn(layer)]));
    return this.#written;
  }
}

/** The same object after an ALTER. */
export const alterObject = (object: MqObject, layer: Layer): MqObject =>
  makeObject(object, [{ kind: 'before', of: object }, layer]);

/** What the last command that touched the object gave it. */
export const lastLayer = (object: MqObject): Layer =>
  (object instanceof LayeredObject ? object.layers.at(-1) : undefined) ?? { kind: 'before', of: object };

/** `object.written.get(keyword)` without working out the other attributes: most objects are asked for a few only. */
export function writtenValue(object: MqObject, keyword: string): EffectiveValue | undefined {
  if (!(object instanceof LayeredObject)) return object.written.get(keyword);
  const { layers } = object;
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const layer = layers[index];
    const value = layer && valueIn(layer, keyword);
    if (value) return value;
  }
  return undefined;
}

/** `writtenValue` without the origin, for the many questions that need none. */
export function writtenText(object: MqObject, keyword: string): { value: string; isOpen: boolean } | undefined {
  if (!(object instanceof LayeredObject)) return object.written.get(keyword);
  const { layers } = object;
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const layer = layers[index];
    const text = layer && textIn(layer, keyword);
    if (text) return text;
  }
  return undefined;
}

/** `object.written.keys()` without working out the values; some may come twice. */
export function writtenKeywords(object: MqObject): Iterable<string> {
  if (!(object instanceof LayeredObject)) return object.written.keys();
  const { layers } = object;
  const [only, another] = layers;
  return only?.kind === 'command' && !another ? only.reading.settings.keys() : keywordsIn(layers);
}

function* keywordsIn(layers: readonly Layer[]): Iterable<string> {
  for (const layer of layers)
    if (layer.kind === 'command') yield* layer.reading.settings.keys();
    else if (layer.kind === 'value') yield layer.keyword;
    else
      for (const keyword of writtenKeywords(layer.of))
        if (layer.kind === 'before' || !isNeverCopied(keyword)) yield keyword;
}

/**
 * What stands for all of an object but its place in the text: the same for an object that the same command texts make after an edit
 * elsewhere. What follows from its attributes alone can be kept by it. Where inserts are filled in it is the object itself.
 */
export function contentOf(object: MqObject): object {
  if (!(object instanceof LayeredObject) || object.sharedFrom !== undefined) return object;
  let content: object | undefined;
  for (const layer of object.layers) {
    const own = contentOfLayer(layer);
    if (own === undefined) return object;
    content = content === undefined ? own : joined(content, own);
  }
  return content ?? untouched;
}

/** Of what no command has touched. */
const untouched = {};

function contentOfLayer(layer: Layer): object | undefined {
  if (layer.kind === 'before') return contentOf(layer.of);
  if (layer.kind === 'copy') return kept(copies, contentOf(layer.of), () => ({}));
  if (layer.kind === 'value') return undefined;
  const { reading } = layer;
  return reading.hasHoles || reading.name?.holes.length ? undefined : reading;
}

const joined = (first: object, second: object): object =>
  kept(
    kept(pairs, first, () => new WeakMap()),
    second,
    () => ({}),
  );

const copies = new WeakMap<object, object>();
const pairs = new WeakMap<object, WeakMap<object, object>>();

/** Whether one command gave it all that is written, without LIKE or a default object of the files. */
export const isOfOneCommand = (object: MqObject): boolean =>
  object instanceof LayeredObject && object.layers.length === 1 && lastLayer(object).kind === 'command';

export const locate = (ref: CommandRef, span: Span): Location => ({
  source: ref.source,
  span: spanIn(ref.command, span),
});

function* valuesIn(layer: Layer): Iterable<readonly [string, EffectiveValue]> {
  if (layer.kind === 'value') return yield [layer.keyword, layer.value] as const;
  const keywords = layer.kind === 'command' ? layer.reading.settings.keys() : layer.of.written.keys();
  for (const keyword of keywords) {
    const value = valueIn(layer, keyword);
    if (value) yield [keyword, value];
  }
}

function valueIn(layer: Layer, keyword: string): EffectiveValue | undefined {
  if (layer.kind === 'value') return layer.keyword === keyword ? layer.value : undefined;
  if (layer.kind === 'before') return writtenValue(layer.of, keyword);
  if (layer.kind === 'copy') {
    const value = isNeverCopied(keyword) ? undefined : writtenValue(layer.of, keyword);
    return value && { ...value, origin: copied(layer.of.name, value) };
  }
  const setting = settingIn(layer, keyword);
  return setting && { ...filledValue(layer, setting), origin: originOf(layer.ref, setting.parameter) };
}

function textIn(layer: Layer, keyword: string): { value: string; isOpen: boolean } | undefined {
  if (layer.kind === 'value') return layer.keyword === keyword ? layer.value : undefined;
  if (layer.kind === 'before') return writtenText(layer.of, keyword);
  if (layer.kind === 'copy') return isNeverCopied(keyword) ? undefined : writtenText(layer.of, keyword);
  const setting = settingIn(layer, keyword);
  return setting && filledValue(layer, setting);
}

/** The disposition in an ALTER tells which definition it works on, and changes none. */
const settingIn = ({ reading }: CommandLayer, keyword: string): Setting | undefined =>
  keyword === 'QSGDISP' && reading.verb === 'ALTER' ? undefined : reading.settings.get(keyword);

/** What makes the kind of the object is given anew in each DEFINE; its disposition is not copied (IBM: DEFINE queues, LIKE). */
const isNeverCopied = (keyword: string): boolean => neverCopied.has(keyword);

const neverCopied: ReadonlySet<string> = new Set(['CHLTYPE', 'TOPICSTR', 'QSGDISP']);

const copied = (object: string, { origin }: EffectiveValue): EffectiveValue['origin'] => ({
  kind: 'like',
  object,
  at: origin.kind === 'default' ? undefined : origin.at,
});

const originOf = (ref: CommandRef, parameter: Parameter): EffectiveValue['origin'] => ({
  kind: 'written',
  at: locate(ref, parameter.span),
  valueAt: parameter.value && locate(ref, parameter.value.inner),
  command: ref,
});

function filledValue(layer: CommandLayer, setting: Setting): { value: string; isOpen: boolean } {
  const { value } = setting.parameter;
  if (!setting.hasHoles || !value) return { value: setting.value, isOpen: false };
  const { inserts, reading } = layer;
  const items = value.items.map((item) => ({ ...item, text: fillText(item.text, inserts) }));
  return {
    value: canonicalValue(reading.type, setting.keyword, { ...value, items }),
    isOpen: value.items.some((item) => item.holes.some((hole) => isUnknown(hole, inserts))),
  };
}
