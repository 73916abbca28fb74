import { isAlias, isMap, isScalar, isSeq, type Node, type Document as YamlDocument } from 'yaml';
import { similar } from '#core/facts/similar.ts';
import { type Location, type SourceId, type Span, span } from '#core/text/span.ts';

/**
 * One piece of a YAML file's format: what the JSON Schema says of it, and how it is read. Both come from the same
 * value, so that they cannot differ.
 */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** The value, or undefined when the node cannot be read as one; the problem is then reported. */
  readonly read: (node: Node, reading: Reading) => T | undefined;
  /** The text that reads as a value, for shapes whose values are not what the author writes. */
  show?(value: T): string;
}

export type JsonSchema = { readonly [key: string]: unknown };

/** One reading of a file, and what takes its findings. */
export interface Reading {
  readonly source: SourceId;
  readonly text: string;
  readonly document: YamlDocument;
  readonly add: (severity: ProblemSeverity, at: Location, message: string) => void;
  /** Takes a name that must be known elsewhere in the file; `kind` is a word of the format. */
  readonly mention: (kind: string, name: string, at: Span) => void;
}

export type ProblemSeverity = 'info' | 'warning' | 'error';

/** A key of a record. */
export interface Field<T> {
  readonly shape: Shape<T>;
  readonly description: string;
  readonly need: 'required' | 'optional';
  /** What stands for a key that is not there. */
  readonly fallback: T | undefined;
}

export const required = <T>(shape: Shape<T>, description: string): Field<T> => ({
  shape,
  description,
  need: 'required',
  fallback: undefined,
});

export const optional = <T>(shape: Shape<T>, fallback: NoInfer<T>, description: string): Field<T> => ({
  shape,
  description,
  need: 'optional',
  fallback,
});

export const maybe = <T>(shape: Shape<T>, description: string): Field<T | undefined> => ({
  shape,
  description,
  need: 'optional',
  fallback: undefined,
});

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type RecordOf<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** What a record of optional keys is when it is not there at all. */
export const fallbacks = <F extends Fields>(fields: F): RecordOf<F> =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.fallback])) as RecordOf<F>;

/** A mapping with known keys. An unknown key is reported; a record that lacks a required one cannot be read. */
export function record<F extends Fields>(fields: F): Shape<RecordOf<F>> {
  return { schema: schemaOfFields(fields, {}), read: (node, reading) => readFields(fields, [], node, reading) };
}

/**
 * A mapping whose other keys depend on one of them, its tag (`kind`, `do`): `common` keys belong to all. The tag's value
 * is in the result under its own key.
 */
export function tagged<K extends string, C extends Fields, V extends Readonly<Record<string, Fields>>>(
  tag: K,
  common: C,
  variants: V,
): Shape<{ [N in keyof V & string]: RecordOf<C> & RecordOf<V[N]> & Readonly<Record<K, N>> }[keyof V & string]> {
  type Result = { [N in keyof V & string]: RecordOf<C> & RecordOf<V[N]> & Readonly<Record<K, N>> }[keyof V & string];
  const names = Object.keys(variants);
  return {
    schema: { anyOf: names.map((name) => schemaOfFields({ ...common, ...variants[name] }, { [tag]: name })) },
    read: (node, reading) => {
      const target = resolved(node, reading);
      if (!isMap(target)) return refuse(reading, node, 'A mapping (key: value) is expected here.');
      const at = target.items.find((pair) => keyText(pair.key) === tag)?.value;
      if (!isNode(at)) return refuse(reading, node, `\`${tag}\` is missing: ${listed(names)}.`);
      const name = choice(names).read(at, reading);
      const own = name === undefined ? undefined : variants[name];
      if (!own) return undefined;
      const value = readFields({ ...common, ...own }, [tag], target, reading);
      return value && ({ ...value, [tag]: name } as unknown as Result);
    },
  };
}

/** One of several records, told apart by a key that only it has. */
export const alternatives = <V extends Readonly<Record<string, Shape<unknown>>>>(
  variants: V,
): Shape<{ [K in keyof V]: V[K] extends Shape<infer T> ? T : never }[keyof V]> => ({
  schema: { anyOf: Object.values(variants).map((variant) => variant.schema) },
  read: (node, reading) => {
    type Result = { [K in keyof V]: V[K] extends Shape<infer T> ? T : never }[keyof V];
    const target = resolved(node, reading);
    const keys = isMap(target) ? target.items.map((pair) => keyText(pair.key)) : [];
    const found = Object.entries(variants).find(([key]) => keys.includes(key));
    if (!found) return refuse(reading, node, `One of ${listed(Object.keys(variants))} is expected here.`);
    return found[1].read(node, reading) as Result | undefined;
  },
});

/** A sequence. Items that cannot be read are left out. */
export const list = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  schema: { type: 'array', items: item.schema },
  read: (node, reading) => {
    const target = resolved(node, reading);
    if (!isSeq(target)) return refuse(reading, node, 'A list is expected here.');
    return target.items.flatMap((each) => {
      const value = isNode(each) ? item.read(each, reading) : undefined;
      return value === undefined ? [] : [value];
    });
  },
});

/** A mapping from names that the author chooses. */
export const dictionary = <T>(value: Shape<T>): Shape<ReadonlyMap<string, T>> => ({
  schema: { type: 'object', additionalProperties: value.schema },
  read: (node, reading) => {
    const target = resolved(node, reading);
    if (!isMap(target)) return refuse(reading, node, 'A mapping (name: value) is expected here.');
    const entries = new Map<string, T>();
    for (const pair of target.items) {
      const name = keyText(pair.key);
      if (name === undefined) continue;
      const read = isNode(pair.value) ? value.read(pair.value, reading) : undefined;
      if (read !== undefined) entries.set(name, read);
    }
    return entries;
  },
});

/** An entry of a mapping whose keys are names that the author chooses. */
export interface Entry<T> {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: T;
}

/** A mapping from names that the author chooses, in the order of the text. A name without a value is read as `{}`. */
export const entries = <T>(value: Shape<T>): Shape<readonly Entry<T>[]> => ({
  schema: { type: 'object', additionalProperties: value.schema },
  read: (node, reading) => {
    const target = resolved(node, reading);
    if (!isMap(target)) return refuse(reading, node, 'A mapping (name: value) is expected here.');
    return target.items.flatMap((pair) => {
      const name = keyText(pair.key);
      if (name === undefined || !isNode(pair.key)) return [];
      const written = isNode(pair.value) && !isBlank(pair.value) ? pair.value : reading.document.createNode({});
      const read = value.read(withPlaceOf(written, pair.key), reading);
      return read === undefined ? [] : [{ name, nameSpan: spanOf(pair.key), value: read }];
    });
  },
});

/** A single value, or a mapping. */
export const scalarOr = <A, B>(scalar: Shape<A>, mapping: Shape<B>): Shape<A | B> => ({
  schema: { anyOf: [scalar.schema, mapping.schema] },
  read: (node, reading) => (isMap(resolved(node, reading)) ? mapping : scalar).read(node, reading),
});

/** Any scalar, as the author wrote it: `9.4` is the text `9.4`. */
export const text: Shape<string> = {
  schema: { type: ['string', 'number', 'boolean'] },
  read: (node, reading) => scalarText(node, reading) ?? refuse(reading, node, 'A single value is expected here.'),
};

/** One of some words. */
export const choice = <const N extends string>(words: readonly N[]): Shape<N> => ({
  schema: { enum: words },
  read: (node, reading) => {
    const written = scalarText(node, reading);
    const found = words.find((word) => word === written);
    if (found !== undefined) return found;
    return refuse(
      reading,
      node,
      `\`${written ?? '…'}\` is not known here${didYouMean(written, words)} Known: ${listed(words)}.`,
    );
  },
});

/** A whole number from `least` on. */
export const integer = (least: number, most: number = Number.MAX_SAFE_INTEGER): Shape<number> =>
  parsed(
    { type: 'integer', minimum: least, ...(most < Number.MAX_SAFE_INTEGER && { maximum: most }) },
    (written) => {
      const value = /^[+-]?\d+$/.test(written) ? Number(written) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
    most < Number.MAX_SAFE_INTEGER
      ? `A whole number from ${least} to ${most} is expected`
      : `A whole number, at least ${least}, is expected`,
  );

/** A scalar that a function reads; `expected` is the beginning of the sentence that is said when it cannot. */
export const parsed = <T>(
  schema: JsonSchema,
  parse: (written: string) => T | undefined,
  expected: string,
  show?: (value: T) => string,
): Shape<T> => ({
  schema,
  read: (node, reading) => {
    const written = scalarText(node, reading);
    const value = written === undefined ? undefined : parse(written.trim());
    return value === undefined ? refuse(reading, node, `${expected}, not \`${written ?? '…'}\`.`) : value;
  },
  ...(show && { show }),
});

/** A list of exactly two. */
export const pair = <T>(item: Shape<T>): Shape<readonly [T, T]> => ({
  schema: { type: 'array', items: item.schema, minItems: 2, maxItems: 2 },
  read: (node, reading) => {
    const target = resolved(node, reading);
    const [first, second, ...more] = isSeq(target) ? target.items : [];
    if (!isNode(first) || !isNode(second) || more.length > 0)
      return refuse(reading, node, 'A list of exactly two is expected here.');
    const values = [item.read(first, reading), item.read(second, reading)];
    return values[0] === undefined || values[1] === undefined ? undefined : [values[0], values[1]];
  },
});

/** A value with its place, for what is checked or parsed later. */
export interface Placed<T> {
  readonly value: T;
  readonly span: Span;
}

export const placed = <T>(shape: Shape<T>): Shape<Placed<T>> => ({
  schema: shape.schema,
  read: (node, reading) => {
    const value = shape.read(node, reading);
    return value === undefined ? undefined : { value, span: spanOf(node) };
  },
});

/** Reports at a span, less the line ends that YAML counts to a block. */
export function report(reading: Reading, severity: ProblemSeverity, at: Span, message: string): void {
  const { source, text } = reading;
  const start = Math.min(at.start, text.length);
  const end = start + text.slice(start, at.end).trimEnd().length;
  reading.add(severity, { source, span: span(start, end) }, message);
}

/** Where a node stands, without the blanks and comments after it. */
export function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return span(start, end);
}

/** `, did you mean `x`?` or a full stop. */
export function didYouMean(written: string | undefined, known: Iterable<string>): string {
  const near = written === undefined ? undefined : similar(written, known);
  return near === undefined ? '.' : `; did you mean \`${near}\`?`;
}

export const isNode = (value: unknown): value is Node =>
  isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);

export function keyText(key: unknown): string | undefined {
  return isScalar(key) ? (key.source ?? String(key.value)) : undefined;
}

function readFields<F extends Fields>(
  fields: F,
  passed: readonly string[],
  node: Node,
  reading: Reading,
): RecordOf<F> | undefined {
  const target = resolved(node, reading);
  if (!isMap(target)) return refuse(reading, node, 'A mapping (key: value) is expected here.');
  const values: Record<string, unknown> = {};
  const written = new Set<string>();
  for (const pair of target.items) {
    const key = keyText(pair.key);
    if (key === undefined || passed.includes(key)) continue;
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) {
      const at = isNode(pair.key) ? spanOf(pair.key) : spanOf(node);
      report(reading, 'error', at, `\`${key}\` is not known here${didYouMean(key, Object.keys(fields))}`);
    } else if (isNode(pair.value) && !isBlank(pair.value)) {
      written.add(key);
      values[key] = field.shape.read(pair.value, reading);
    }
  }
  for (const [key, field] of Object.entries(fields)) {
    if (values[key] !== undefined) continue;
    if (field.need === 'optional') values[key] = field.fallback;
    else if (written.has(key)) return undefined;
    else return refuse(reading, node, `\`${key}\` is missing.`);
  }
  return values as RecordOf<F>;
}

function schemaOfFields(fields: Fields, constants: Readonly<Record<string, string>>): JsonSchema {
  const entries = Object.entries(fields);
  const needed = [...Object.keys(constants), ...entries.filter(([, f]) => f.need === 'required').map(([key]) => key)];
  return {
    type: 'object',
    additionalProperties: false,
    ...(needed.length > 0 && { required: needed }),
    properties: {
      ...Object.fromEntries(Object.entries(constants).map(([key, value]) => [key, { const: value }])),
      ...Object.fromEntries(
        entries.map(([key, f]) => [key, { description: f.description, ...f.shape.schema, ...defaultOfField(f) }]),
      ),
    },
  };
}

function defaultOfField(field: Field<unknown>): JsonSchema {
  const { fallback, shape } = field;
  if (fallback === undefined || fallback === '') return {};
  if (shape.show) return { default: shape.show(fallback) };
  return typeof fallback === 'object' ? {} : { default: fallback };
}

/** An alias stands for its anchor; one that points nowhere stands for itself. */
const resolved = (node: Node, reading: Reading): Node =>
  isAlias(node) ? (node.resolve(reading.document) ?? node) : node;

function scalarText(node: Node, reading: Reading): string | undefined {
  const target = resolved(node, reading);
  if (!isScalar(target)) return undefined;
  return target.source ?? String(target.value ?? '');
}

/** `key:` with nothing after it says as much as no key at all. */
const isBlank = (node: Node): boolean => isScalar(node) && node.value === null;

/** What stands nowhere gets the place of the key, so that a problem with it can be shown. */
function withPlaceOf(node: Node, key: Node): Node {
  node.range ??= key.range ?? null;
  return node;
}

function refuse(reading: Reading, node: Node, message: string): undefined {
  report(reading, 'error', spanOf(node), message);
  return undefined;
}

const listed = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
