import type { AttributeFacts, CommandFacts, Evidence, Platform, PositionalFacts } from './facts.ts';

/**
 * How a fact is written down in `data/`: as `AttributeFacts`, but short enough for one line. `values` maps each value to
 * its meaning, `platforms` is left out when the attribute exists everywhere, `evidenceRefs` is a list with blanks.
 */
export interface AttributeRow
  extends Omit<AttributeFacts, 'keyword' | 'values' | 'platforms' | 'evidenceRefs' | 'kind' | 'type' | 'description'> {
  readonly kind: AttributeFacts['kind'];
  readonly type: AttributeFacts['type'];
  readonly description: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly platforms?: readonly Platform[];
  readonly evidenceRefs?: string;
}

/** What a command changes about an attribute that it takes as a parameter. */
export interface OverrideRow extends Partial<Omit<AttributeRow, 'evidence'>> {
  readonly required?: boolean;
}

export interface ObjectRows {
  readonly object: string;
  /** Longest name in characters. */
  readonly nameMaxLength?: number;
  readonly attributes: Readonly<Record<string, AttributeRow>>;
}

export interface CommandRow extends Omit<CommandFacts, 'parameters' | 'source' | 'docPage' | 'note' | 'positional'> {
  readonly positional: PositionalFacts;
  /** Keywords, separated by blanks. */
  readonly parameters: string;
  readonly overrides?: Readonly<Record<string, OverrideRow>>;
  /** `DISPLAY QUEUE TYPE(QLOCAL)` for `DISPLAY QLOCAL`. */
  readonly aliasOf?: string;
  readonly docPage?: string;
  readonly note?: string;
  readonly evidence: Evidence;
}
