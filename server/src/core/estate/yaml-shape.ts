import { isAlias, isMap, isScalar, isSeq, type Node, type Document as YamlDocument } from 'yaml';
import { similar } from '#core/facts/similar.ts';
import type { Span } from '#core/text/span.ts';

/**
 * One piece of a YAML file's format: what the JSON Schema says of it, and how it is read. Both come from the same value,
 * so that they cannot differ.
 */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** The value, or undefined when the node cannot be read as one; the problem is then reported. */
  readonly read: (node: Node, reading: Reading) => T | undefined;
}

export type JsonSchema = { readonly [key: string]: unknown };

/** One reading of a file. */
export interface Reading {
  readonly document: YamlDocument;
  readonly report: (at: Span, message: string) => void;
}

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

/** A mapping with known keys. An unknown key is reported; a record that lacks a required one cannot be read. */
export const record = <F extends Fields>(fields: F): Shape<RecordOf<F>> => ({
  schema: schemaOf(fields),
  read: (node, reading) => readFields(fields, node, reading),
});

/** A sequence. Items that cannot be read are left out. */
export const list = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  schema: { type: 'array', items: item.schema },
  read: (node, reading) => {
    const target = resolve(node, reading);
    if (!isSeq(target)) return refuse(reading, node, 'A list is expected here.');
    return target.items.flatMap((each) => {
      const value = isNode(each) ? item.read(each, reading) : undefined;
      return value === undefined ? [] : [value];
    });
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
    const target = resolve(node, reading);
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
  read: (node, reading) => (isMap(resolve(node, reading)) ? mapping : scalar).read(node, reading),
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
    const question = didYouMean(written, words);
    return refuse(reading, node, `\`${written ?? '…'}\` is not known here${question} Known: ${listed(words)}.`);
  },
});

/** A scalar that a function reads; `expected` is the beginning of the sentence that is said when it cannot. */
export const parsed = <T>(
  schema: JsonSchema,
  parse: (written: string) => T | undefined,
  expected: string,
): Shape<T> => ({
  schema,
  read: (node, reading) => {
    const written = scalarText(node, reading);
    const value = written === undefined ? undefined : parse(written.trim());
    return value === undefined ? refuse(reading, node, `${expected}, not \`${written ?? '…'}\`.`) : value;
  },
});

/** A value with its place, for what is checked later. */
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

/** `; did you mean `x`?` or a full stop. */
export function didYouMean(written: string | undefined, known: Iterable<string>): string {
  const near = written === undefined ? undefined : similar(written, known);
  return near === undefined ? '.' : `; did you mean \`${near}\`?`;
}

function readFields<F extends Fields>(fields: F, node: Node, reading: Reading): RecordOf<F> | undefined {
  const target = resolve(node, reading);
  if (!isMap(target)) return refuse(reading, node, 'A mapping (key: value) is expected here.');
  const values: Record<string, unknown> = {};
  const written = new Set<string>();
  for (const pair of target.items) {
    const key = keyText(pair.key);
    if (key === undefined) continue;
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) {
      const at = isNode(pair.key) ? spanOf(pair.key) : spanOf(node);
      reading.report(at, `\`${key}\` is not known here${didYouMean(key, Object.keys(fields))}`);
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

function schemaOf(fields: Fields): JsonSchema {
  const needed = Object.keys(fields).filter((key) => fields[key]?.need === 'required');
  return {
    type: 'object',
    additionalProperties: false,
    ...(needed.length > 0 && { required: needed }),
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, { description: field.description, ...field.shape.schema }]),
    ),
  };
}

/** An alias stands for its anchor; one that points nowhere stands for itself. */
const resolve = (node: Node, reading: Reading): Node =>
  isAlias(node) ? (node.resolve(reading.document) ?? node) : node;

const isNode = (value: unknown): value is Node => isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);

function keyText(key: unknown): string | undefined {
  return isScalar(key) ? (key.source ?? String(key.value)) : undefined;
}

function scalarText(node: Node, reading: Reading): string | undefined {
  const target = resolve(node, reading);
  return isScalar(target) ? (target.source ?? String(target.value ?? '')) : undefined;
}

/** `key:` with nothing after it says as much as no key at all. */
const isBlank = (node: Node): boolean => isScalar(node) && node.value === null;

/** What stands nowhere gets the place of the key, so that a problem with it can be shown. */
function withPlaceOf(node: Node, key: Node): Node {
  node.range ??= key.range ?? null;
  return node;
}

function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

function refuse(reading: Reading, node: Node, message: string): undefined {
  reading.report(spanOf(node), message);
  return undefined;
}

const listed = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
