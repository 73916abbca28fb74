/** What stands between two parts of a command besides blanks and continuation. */
export interface Gap {
  /** Comment and blank lines, without line ends; a blank one is `''`. */
  readonly above: readonly string[];
  readonly hasComma: boolean;
}

/**
 * Reads the text between two parts; `margin` columns of each line belong to YAML. Undefined when anything else than blanks,
 * commas, continuation and comment lines stands there.
 */
export function readGap(text: string, margin: number): Gap | undefined {
  if (/^ *$/.test(text)) return emptyGap;
  const lines = text.split(/\r?\n/);
  const above: string[] = [];
  let hasComma = false;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    if (index > 0 && !isLast) {
      const own = withoutMargin(line, margin);
      if (own.startsWith('*') || own.trim() === '') {
        above.push(own.trim() === '' ? '' : own);
        continue;
      }
    }
    const rest = isLast ? line : line.replace(/[+-]\s*$/, '');
    if (/[^\s,]/.test(rest)) return undefined;
    if (rest.includes(',')) hasComma = true;
  }
  return { above, hasComma };
}

const emptyGap: Gap = { above: [], hasComma: false };

function withoutMargin(line: string, margin: number): string {
  let at = 0;
  while (at < margin && line.charCodeAt(at) === 32) at++;
  return line.slice(at);
}
