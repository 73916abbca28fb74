/** How text is marked up on a terminal; `plainStyle` marks nothing. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly blue: (text: string) => string;
}

export const plainStyle: Style = style(() => (text) => text);

/** ANSI colours, for a terminal that shows them and a user who did not set `NO_COLOR`. */
export const colourStyle: Style = style((open, close) => (text) => `\u001b[${open}m${text}\u001b[${close}m`);

function style(code: (open: number, close: number) => (text: string) => string): Style {
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    red: code(31, 39),
    yellow: code(33, 39),
    green: code(32, 39),
    blue: code(34, 39),
  };
}
