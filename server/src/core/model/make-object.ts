import { type Parameter, spanIn } from '#core/syntax/tree.ts';
import type { Location, Span } from '#core/text/span.ts';
import { fillText, type Inserts, isUnknown } from './inserts.ts';
import type { CommandRef, EffectiveValue, MqObject } from './model.ts';
import { type CommandReading, canonicalValue, type Setting } from './read-command.ts';

/** Everything of an object but its attributes. */
export type ObjectFrame = Omit<MqObject, 'written' | 'isSystem'>;

/** Gives an object attributes: those of a command, those it had before, or copies of another's that LIKE or a default names. */
export type Layer =
  | CommandLayer
  | { readonly kind: 'before'; readonly of: MqObject }
  | { readonly kind: 'copy'; readonly of: MqObject };

interface CommandLayer {
  readonly kind: 'command';
  readonly ref: CommandRef;
  readonly reading: CommandReading;
  readonly inserts: Inserts;
}

/** An object whose later layers win. Its attributes are worked out when somebody first asks for them. */
export function makeObject(frame: ObjectFrame, layers: readonly Layer[]): MqObject {
  let written: ReadonlyMap<string, EffectiveValue> | undefined;
  return {
    ...frame,
    isSystem: frame.name.startsWith('SYSTEM.'),
    get written() {
      written ??= new Map(layers.flatMap((layer) => [...valuesOf(layer)]));
      return written;
    },
  };
}

/** The same object after an ALTER. */
export const alterObject = (object: MqObject, layer: Layer): MqObject =>
  makeObject(
    {
      type: object.type,
      name: object.name,
      queueManager: object.queueManager,
      channelType: object.channelType,
      nameAt: object.nameAt,
      definedBy: object.definedBy,
      isDefined: object.isDefined,
      nameIsOpen: object.nameIsOpen,
      platform: object.platform,
    },
    [{ kind: 'before', of: object }, layer],
  );

export const locate = (ref: CommandRef, span: Span): Location => ({
  source: ref.source,
  span: spanIn(ref.command, span),
});

function* valuesOf(layer: Layer): Iterable<readonly [string, EffectiveValue]> {
  if (layer.kind === 'before') return yield* layer.of.written;
  if (layer.kind === 'copy') {
    for (const [keyword, value] of layer.of.written)
      if (!isNeverCopied(keyword)) yield [keyword, { ...value, origin: copied(layer.of.name, value) }];
    return;
  }
  for (const [keyword, setting] of layer.reading.settings)
    yield [keyword, { ...filledValue(layer, setting), origin: originOf(layer.ref, setting.parameter) }];
}

/** What makes the kind of the object is given anew in each DEFINE. */
const isNeverCopied = (keyword: string): boolean => keyword === 'CHLTYPE' || keyword === 'TOPICSTR';

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
