/** How commands are laid out. Every option has a default, so callers give what they want to be otherwise. */
export interface FormatOptions {
  /** Of verbs, object types, attributes and MQ's own values (`YES`, `SDR`); names and texts keep theirs. */
  readonly keywordCase: 'upper' | 'lower' | 'keep';
  /** The longest line in characters, continuation included. Only a value that is longer by itself makes a longer line. */
  readonly lineWidth: number;
  /**
   * `auto`: a command that stands on one line and fits stays there, every other gets a line for each attribute.
   * `one-per-line`: always a line for each attribute. `filled`: as many attributes on a line as fit.
   */
  readonly layout: 'auto' | 'one-per-line' | 'filled';
  /** What ends a line that goes on; `keep` takes the command's own first one, or `+`. */
  readonly continuation: '+' | '-' | 'keep';
  /** `catalogue`: in the order of the reference, what belongs to the command rather than the object (`REPLACE`) last. */
  readonly attributeOrder: 'keep' | 'catalogue';
  /** Blanks before the attributes in lines of their own. */
  readonly indent: number;
}

export const defaultFormat: FormatOptions = {
  keywordCase: 'upper',
  lineWidth: 80,
  layout: 'auto',
  continuation: '+',
  attributeOrder: 'keep',
  // As dmpmqcfg writes them.
  indent: 3,
};
