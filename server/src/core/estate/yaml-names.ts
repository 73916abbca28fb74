import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar } from 'yaml';
import type { Span } from '#core/text/span.ts';

/** A name in a YAML file that stands for something of MQ's or for another file. */
export interface YamlName {
  readonly kind: YamlNameKind;
  readonly name: string;
  /** The name's own characters, without quotes around it. */
  readonly span: Span;
  /** `part`: a step of an expression between dots. */
  readonly form: 'plain' | 'quoted' | 'part';
  /** The queue manager on which a queue or channel is meant; undefined when it is meant wherever it is. */
  readonly at: string | undefined;
  /** The entry makes what it names known: a key of `queueManagers`. */
  readonly isDeclaration: boolean;
}

export type YamlNameKind =
  | 'queue-manager'
  | 'queue'
  | 'channel'
  | 'cluster'
  | 'cf-structure'
  | 'file'
  | 'rule'
  | 'mqsc';

/** Where in a file's format names stand: keys from the top, `*` for any key or item, `key` last for the key itself. */
export interface NamePlace {
  readonly path: string;
  readonly kind: YamlNameKind;
  /** The key beside it that names the queue manager. */
  readonly beside?: string;
  readonly isDeclaration?: boolean;
}

/** The names that stand at the given places of a YAML text, in the order of the places. Never throws. */
export function yamlNames(text: string, places: readonly NamePlace[]): readonly YamlName[] {
  const { contents } = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  return places.flatMap((place) => {
    const steps = place.path.split('/');
    const wantsKey = steps.at(-1) === 'key';
    const found = nodesAt(contents, wantsKey ? steps.slice(0, -1) : steps);
    return found.flatMap((one) => {
      const node = wantsKey ? one.pair?.key : one.value;
      return isScalar(node) ? nameOf(node, place, one.parent) : [];
    });
  });
}

interface Found {
  readonly value: unknown;
  readonly pair: Pair | undefined;
  readonly parent: unknown;
}

function nodesAt(root: unknown, steps: readonly string[]): readonly Found[] {
  let found: readonly Found[] = [{ value: root, pair: undefined, parent: undefined }];
  for (const step of steps) found = found.flatMap(({ value }) => childrenOf(value, step));
  return found;
}

function childrenOf(node: unknown, step: string): readonly Found[] {
  if (isSeq(node)) return step === '*' ? node.items.map((value) => ({ value, pair: undefined, parent: node })) : [];
  if (!isMap(node)) return [];
  return node.items
    .filter((pair) => step === '*' || textOf(pair.key) === step)
    .map((pair) => ({ value: pair.value, pair, parent: node }));
}

function nameOf(node: Scalar, { kind, beside, isDeclaration }: NamePlace, parent: unknown): readonly YamlName[] {
  const name = textOf(node);
  const [start, end] = node.range ?? [0, 0];
  if (!name || end === start) return [];
  const form = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 'quoted' : 'plain';
  const span = form === 'quoted' ? { start: start + 1, end: end - 1 } : { start, end };
  const at = beside === undefined ? undefined : textOf(childrenOf(parent, beside)[0]?.value);
  return [{ kind, name, span, form, at, isDeclaration: isDeclaration ?? false }];
}

const textOf = (node: unknown): string | undefined =>
  isScalar(node) ? (node.source ?? String(node.value ?? '')) : undefined;
