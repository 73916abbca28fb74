import { EmbeddedActionsParser, type IParserConfig, type IToken } from 'chevrotain';
import {
  brokenQuoteToken,
  closeToken,
  commandLexer,
  doubleQuotedToken,
  openToken,
  quotedToken,
  settingToken,
  tokenTypes,
  wordToken,
} from './tokens.ts';

/** One part of a command, in offsets of its joined text. */
export type Part = SettingPart | DamagedPart;

/** `KEYWORD` or `KEYWORD(value)`. */
export interface SettingPart {
  readonly kind: 'setting';
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
  /** Undefined for a keyword alone. */
  readonly inner: { readonly start: number; readonly end: number } | undefined;
  /** Parentheses stand inside the value, outside quotes. */
  readonly nested: boolean;
  readonly closed: boolean;
}

/** What fits nowhere: a value without keyword, a parenthesis too many, a string outside a value. */
export interface DamagedPart {
  readonly kind: 'close' | 'group' | 'string';
  readonly start: number;
  readonly end: number;
}

export interface ParsedParts {
  readonly parts: readonly Part[];
  /** Start of a string that has no end; it makes most other faults of the command its consequences. */
  readonly brokenQuote: number | undefined;
}

/** Reads the parts of one command out of its joined text; every text has some reading. */
export function parseParts(text: string): ParsedParts {
  const { tokens } = commandLexer().tokenize(text);
  // The grammar is fixed and a test checks it, so that no start has to.
  parser ??= new CommandParser({ skipValidations: true });
  const parts = parser.parse(tokens);
  return { parts, brokenQuote: brokenQuoteOf(tokens) };
}

/** Throws what chevrotain finds wrong with the grammar; for a test. */
export const checkGrammar = (): void => {
  new CommandParser({ skipValidations: false });
};

/**
 * The grammar takes every sequence of tokens: damage becomes a part of its own, so no recovery is needed and none of
 * chevrotain's errors arise.
 */
class CommandParser extends EmbeddedActionsParser {
  private parts: Part[] = [];
  /** Parentheses inside a value belong to it; where one is missing, they rather belong to the next parameter. */
  private mayNest = true;

  constructor(config: Pick<IParserConfig, 'skipValidations'>) {
    super(tokenTypes, { recoveryEnabled: false, maxLookahead: 1, ...config });
    this.performSelfAnalysis();
  }

  parse(tokens: IToken[]): readonly Part[] {
    this.parts = [];
    this.mayNest = mayNest(tokens);
    this.input = tokens;
    this.command();
    return this.parts;
  }

  readonly command = this.RULE('command', () => {
    this.MANY(() => this.OR(this.partAlternatives));
  });

  readonly keyword = this.RULE('keyword', () => {
    const word = this.CONSUME(wordToken);
    const value = this.OPTION(() => this.SUBRULE(this.openValue));
    this.ACTION(() => this.parts.push(settingOf(word, value)));
  });

  readonly openValue = this.RULE('openValue', (): OpenValue => {
    const open = this.CONSUME(openToken);
    let end = open.startOffset + 1;
    let nested = false;
    this.MANY({
      GATE: () => this.mayNest || !opensParenthesis(this.LA(1)) || this.isGluedTo(open),
      DEF: () =>
        this.OR([
          { ALT: () => (end = endOf(this.CONSUME(wordToken))) },
          { ALT: () => (end = endOf(this.CONSUME(quotedToken))) },
          { ALT: () => (end = endOf(this.CONSUME(doubleQuotedToken))) },
          { ALT: () => (end = endOf(this.CONSUME(brokenQuoteToken))) },
          {
            ALT: () => {
              end = endOf(this.CONSUME(settingToken));
              nested = true;
            },
          },
          {
            ALT: () => {
              end = this.SUBRULE(this.openValue).end;
              nested = true;
            },
          },
        ]),
    });
    const close = this.OPTION(() => this.CONSUME(closeToken));
    return {
      open: open.startOffset,
      innerEnd: close?.startOffset ?? end,
      end: close ? close.startOffset + 1 : end,
      nested,
      closed: close !== undefined,
    };
  });

  private readonly partAlternatives = [
    {
      ALT: () => {
        const setting = this.CONSUME(settingToken);
        this.ACTION(() => this.parts.push(settingOfToken(setting)));
      },
    },
    { ALT: () => this.SUBRULE(this.keyword) },
    {
      ALT: () => {
        const { open, end } = this.SUBRULE1(this.openValue);
        this.ACTION(() => this.parts.push({ kind: 'group', start: open, end }));
      },
    },
    {
      ALT: () => {
        const close = this.CONSUME(closeToken);
        this.ACTION(() => this.parts.push({ kind: 'close', start: close.startOffset, end: endOf(close) }));
      },
    },
    { ALT: () => this.addString(this.CONSUME(quotedToken)) },
    { ALT: () => this.addString(this.CONSUME(doubleQuotedToken)) },
    { ALT: () => this.addString(this.CONSUME(brokenQuoteToken)) },
  ];

  /** `CONNAME(host(1414)`: what follows the parenthesis at once is hardly the next parameter. */
  private isGluedTo(open: IToken): boolean {
    const next = this.LA(1);
    return next.tokenType === settingToken && next.startOffset === open.startOffset + 1;
  }

  private addString(token: IToken): void {
    this.ACTION(() => this.parts.push({ kind: 'string', start: token.startOffset, end: endOf(token) }));
  }
}

interface OpenValue {
  readonly open: number;
  readonly innerEnd: number;
  readonly end: number;
  readonly nested: boolean;
  readonly closed: boolean;
}

let parser: CommandParser | undefined;

function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

function settingOf(word: IToken, value: OpenValue | undefined): SettingPart {
  return {
    kind: 'setting',
    keyword: word.image,
    start: word.startOffset,
    end: value?.end ?? endOf(word),
    inner: value && { start: value.open + 1, end: value.innerEnd },
    nested: value?.nested ?? false,
    closed: value?.closed ?? true,
  };
}

function settingOfToken({ image, startOffset }: IToken): SettingPart {
  const open = image.indexOf('(');
  return {
    kind: 'setting',
    keyword: image.slice(0, open).trimEnd(),
    start: startOffset,
    end: startOffset + image.length,
    inner: { start: startOffset + open + 1, end: startOffset + image.length - 1 },
    nested: false,
    closed: true,
  };
}

const opensParenthesis = ({ tokenType }: IToken): boolean => tokenType === settingToken || tokenType === openToken;

/** As many parentheses close as open, and not so many that reading them could exhaust the stack. */
function mayNest(tokens: readonly IToken[]): boolean {
  let opened = 0;
  let closed = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === openToken) opened++;
    else if (tokenType === closeToken) closed++;
  }
  return opened === closed && opened < deepest;
}

const deepest = 50;

/** The last quote of the text is the one without partner, but the culprit is an earlier string that ran into the next keyword. */
function brokenQuoteOf(tokens: readonly IToken[]): number | undefined {
  const broken = tokens.find(({ tokenType }) => tokenType === brokenQuoteToken);
  if (!broken) return undefined;
  const runaway = tokens.find(
    ({ tokenType, image }) => tokenType === quotedToken && /\)[\s,]+[A-Za-z][A-Za-z0-9]*\s*\('$/.test(image),
  );
  return (runaway ?? broken).startOffset;
}
