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
    | 'integer'
    | 'string'
    | 'name'
    | 'flag'
    | 'stringList'
    | 'nameList'
    | 'enumList'
    | 'integerOrEnum'
    | (string & {});
  readonly description: string;
  readonly kind: 'attribute' | 'selector' | 'commandParameter' | (string & {});
  readonly values?: readonly ValueFacts[];
  /** Other spellings of a value: `{ QUEUE: ['Q'] }`. */
  readonly valueSynonyms?: Readonly<Record<string, readonly string[]>>;
  readonly suggestedValues?: readonly string[];
  readonly synonyms?: readonly string[];
  /** `NOTRIGGER` → `TRIGGER`: giving both in one command is refused; either decides the same attribute. */
  readonly oppositeOf?: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly maxLengthZos?: number;
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
  readonly since?: string;
  readonly repeatable?: boolean;
  readonly allowsEmptyParentheses?: boolean;
  readonly displayOnly?: boolean;
  readonly clusterRelevant?: boolean;
  readonly secret?: boolean;
  readonly obsolete?: boolean | string;
  readonly alterable?: boolean;
  readonly references?: string;
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
  readonly positional: PositionalFacts | undefined;
  /** Keywords that the command takes, opposites and common parameters included. */
  readonly parameters: readonly string[];
  readonly source: Evidence;
  readonly docPage: string | undefined;
  readonly note: string | undefined;
}

export interface PositionalFacts {
  readonly name: string;
  readonly form: string;
  readonly required: boolean;
  readonly generic: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

/*
 * The lookup functions live in `lookup.ts`:
 *   verbName(word)                     'DEF' → 'DEFINE'; undefined when unknown. Any case.
 *   objectName(word)                   'QL' → 'QLOCAL'; undefined when unknown. Any case.
 *   commandFacts(verb, object)         full names.
 *   commandsOfVerb(verb)               all its CommandFacts.
 *   attributeFacts(object, keyword)    of an object type, synonyms resolved.
 *   parameterFacts(command, keyword)   an attribute or parameter as this command takes it, overrides applied; undefined when it takes none such.
 *   attributesOf(object)               all AttributeFacts of an object type.
 *   canonicalKeyword(object, keyword)  'TARGQ' → 'TARGET', 'NOTRIGGER' → 'NOTRIGGER' (opposites are keywords of their own).
 *   defaultOf(object, keyword, { channelType, platform })   the effective default as text: 'NO' for an absent flag … see there.
 *   allVerbs(), allObjects(), evidenceUrl(ref), similar(word, candidates) for "did you mean".
 */
