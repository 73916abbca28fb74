/** Where a command reads from and writes to: the process in real life, strings in a test. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Progress and errors. */
  readonly err: (text: string) => void;
  readonly readStandardInput: () => string;
  /** Where relative paths start and are printed from. */
  readonly directory: string;
  readonly hasColours: boolean;
  /** Shows how far long work has come, in place of what it showed before; absent where nobody watches. */
  readonly progress?: (text: string) => void;
  /** Calls `cancel` when a person asks for an end (Ctrl-C), until the returned function is called. */
  readonly onCancel?: (cancel: () => void) => () => void;
}

export interface CliCommand {
  readonly name: string;
  /** One line for `mqsc --help`. */
  readonly summary: string;
  /** The text of `mqsc NAME --help`. */
  readonly usage: string;
  /** Resolves to the exit code; a `Misuse` thrown inside is printed and becomes 2. */
  readonly run: (argv: readonly string[], terminal: Terminal) => Promise<number>;
}

/** Exit codes that scripts rely on. */
export const exitCodes = { fine: 0, found: 1, misuse: 2, cancelled: 130 } as const;

/** The command line is wrong: its message says what and how it should be. */
export class Misuse extends Error {}
