import type { NameSpace } from '#core/model/model.ts';
import type { SourceId, Span } from '#core/text/span.ts';

/** A place in a text where the name of an object, a cluster or a queue manager stands. */
export interface NameUse {
  readonly source: SourceId;
  /** As MQ holds it. */
  readonly name: string;
  /** In MQSC with the quotes, in YAML and comments the name's characters alone. */
  readonly span: Span;
  readonly form: 'word' | 'quoted' | 'yaml-plain' | 'yaml-quoted' | 'path-step' | 'bare';
  readonly means: Meaning;
  /** Makes or changes what it names, so that it stands for nothing else. */
  readonly isOwnName: boolean;
  /** Upper-case names of the queue managers on which the name is looked up; undefined: wherever it is defined. */
  readonly lookedUpOn: readonly string[] | undefined;
}

export type Meaning =
  /** The first of these name spaces that has the name counts. */
  | { readonly kind: 'object'; readonly spaces: readonly NameSpace[] }
  | { readonly kind: 'cluster' }
  | { readonly kind: 'queue-manager' };
