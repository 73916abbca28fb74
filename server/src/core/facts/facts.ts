/** How sure a fact is: read in IBM's documentation, in a public repository or real output, or from memory only. */
export type Evidence = 'docs' | 'repo' | 'memory';

/** `multi` stands for AIX, Linux, Windows and IBM i together. */
export type Platform = 'multi' | 'zos' | 'alw' | 'win' | 'unix' | 'nsk' | 'ibmi';

export interface ValueFacts {
  readonly value: string;
  readonly meaning: string;
}

/** What MQ says about one attribute or parameter of one object type. */
export interface AttributeFacts {
  readonly keyword: string;
  readonly type:
    | 'enum'
    | 'enumList'
    | 'integer'
    | 'integerOrKeyword'
    | 'integerList'
    | 'string'
    | 'stringList'
    | 'name'
    | 'nameList'
    | 'flag'
    | 'size'
    | 'filter'
    | 'date'
    | 'time';
  readonly description: string;
  /** `status` is shown by DISPLAY only; a `selector` picks what DISPLAY shows; a `commandParameter` belongs to the command, not the object. */
  readonly kind: 'attribute' | 'selector' | 'commandParameter' | 'status';
  readonly values?: readonly ValueFacts[];
  /** Other spellings of a value: `{ Q: 'QUEUE' }`. */
  readonly valueSynonyms?: Readonly<Record<string, string>>;
  /** Values that DISPLAY alone takes. */
  readonly valuesOfDisplay?: readonly string[];
  /** Values that only these channel types take. */
  readonly channelTypesOfValue?: Readonly<Record<string, readonly string[]>>;
  /** The only values on z/OS, when they are fewer. */
  readonly valuesZos?: readonly string[];
  /** The word that stands for any value of one's own, such as `qmgr-name`. */
  readonly openValue?: string;
  readonly suggestedValues?: readonly string[];
  readonly synonyms?: readonly string[];
  /** `NOTRIGGER` → `TRIGGER`: giving both in one command is refused; either decides the same attribute. */
  readonly oppositeOf?: string;
  /** Text for a `size` such as `64K`. */
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxLength?: number;
  readonly maxLengthZos?: number;
  /** Of all elements of a list together. */
  readonly maxTotalLength?: number;
  readonly maxItems?: number;
  readonly unit?: string;
  /** The supplied initial value on Multiplatforms; `''` is blank; undefined when there is none. */
  readonly default?: string | number;
  readonly defaultZos?: string | number;
  readonly defaultByChannelType?: Readonly<Record<string, string | number>>;
  readonly isDefault?: Readonly<Record<string, boolean>>;
  readonly platforms?: readonly Platform[];
  readonly channelTypes?: readonly string[];
  readonly valuesByChannelType?: Readonly<Record<string, readonly string[]>>;
  /** SET CHLAUTH types, AUTHINFO types, listener transports that take it. */
  readonly chlauthTypes?: readonly string[];
  readonly authTypes?: readonly string[];
  readonly transportTypes?: readonly string[];
  readonly requiredOnDefine?: boolean | readonly string[];
  readonly since?: string;
  readonly repeatable?: boolean;
  readonly allowsEmptyParentheses?: boolean;
  readonly displayOnly?: boolean;
  readonly clusterRelevant?: boolean;
  readonly secret?: boolean;
  readonly obsolete?: boolean;
  readonly alterable?: boolean;
  /** Objects whose name the value is; `constraint` in MQSC's words, such as `USAGE(XMITQ)`. */
  readonly references?: readonly { readonly object: string; readonly constraint?: string }[];
  readonly acceptsInteger?: boolean;
  readonly evidence: Readonly<
    Partial<Record<'name' | 'values' | 'default' | 'range' | 'maxLength' | 'channelTypes', Evidence>>
  >;
  /** Keys into `evidenceRefs`, which holds the addresses of the pages. */
  readonly evidenceRefs?: readonly string[];
}

export interface CommandFacts {
  readonly verb: string;
  readonly object: string;
  readonly platforms: readonly Platform[];
  readonly positional: PositionalFacts;
  /** Keywords that the command takes, opposites and common parameters included. */
  readonly parameters: readonly string[];
  readonly source: Evidence;
  readonly docPage: string | undefined;
  readonly note: string | undefined;
}

/** What stands in the parentheses after the object type: the name, a number, or nothing. */
export interface PositionalFacts {
  readonly name?: string;
  readonly form: string;
  readonly required: boolean;
  readonly generic?: boolean;
  readonly list?: boolean;
  readonly wildcards?: readonly string[];
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly string[];
  readonly valueSynonyms?: Readonly<Record<string, string>>;
  readonly default?: string | number;
  readonly platforms?: readonly Platform[];
  readonly note?: string;
}
