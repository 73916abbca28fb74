/** What an expectation can be about. Lists are read by index and have a `length`. */
export type Datum = number | string | boolean | null | { readonly [name: string]: Datum } | readonly Datum[];

export type Evaluation =
  | {
      readonly kind: 'value';
      readonly value: number | string | boolean;
      /** The left side of an outermost comparison, else the value. */
      readonly actual: number | string | boolean;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Evaluates `totals.lost == 0 && queues.QM2["A.B"].depth < 5`: paths, numbers, quoted text, true and false, the usual
 * operators and parentheses. A name with dots in it may stand bare in a path: the longest name that exists is meant.
 * A hyphen between two characters of a name belongs to it; as an operator it needs blanks.
 */
export function evaluate(
  text: string,
  root: Datum,
  missing: (path: readonly string[]) => number | undefined,
): Evaluation {
  const reader: Reader = { text, at: 0, root, missing, compared: undefined, problem: undefined };
  const value = readOr(reader);
  skipBlanks(reader);
  if (reader.at < text.length) unreadable(reader, `unexpected \`${text.slice(reader.at)}\``);
  const simple = simpleOf(reader, value, 'The expectation');
  if (reader.problem !== undefined) return { kind: 'unreadable', reason: reader.problem };
  return { kind: 'value', value: simple, actual: reader.compared ?? simple };
}

interface Reader {
  readonly text: string;
  at: number;
  readonly root: Datum;
  readonly missing: (path: readonly string[]) => number | undefined;
  /** Set by a comparison, cleared when it is only a part of something. */
  compared: number | string | boolean | undefined;
  /** The first thing that could not be read; whatever is read after it does not count. */
  problem: string | undefined;
}

function unreadable(reader: Reader, reason: string): null {
  reader.problem ??= reason;
  return null;
}

function readOr(reader: Reader): Datum {
  let value = readAnd(reader);
  while (takes(reader, '||')) {
    const right = readAnd(reader);
    value = truth(reader, value) || truth(reader, right);
    reader.compared = undefined;
  }
  return value;
}

function readAnd(reader: Reader): Datum {
  let value = readComparison(reader);
  while (takes(reader, '&&')) {
    const right = readComparison(reader);
    value = truth(reader, value) && truth(reader, right);
    reader.compared = undefined;
  }
  return value;
}

const comparisons = ['==', '!=', '<=', '>=', '<', '>'] as const;

function readComparison(reader: Reader): Datum {
  const left = readSum(reader);
  const operator = comparisons.find((candidate) => takes(reader, candidate));
  if (operator === undefined) return left;
  const a = simpleOf(reader, left, 'The left side');
  const b = simpleOf(reader, readSum(reader), 'The right side');
  reader.compared = a;
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return amount(reader, a) < amount(reader, b);
    case '<=':
      return amount(reader, a) <= amount(reader, b);
    case '>':
      return amount(reader, a) > amount(reader, b);
    case '>=':
      return amount(reader, a) >= amount(reader, b);
  }
}

function readSum(reader: Reader): Datum {
  let value = readProduct(reader);
  for (;;) {
    if (takes(reader, '+')) value = amount(reader, value) + amount(reader, readProduct(reader));
    else if (takes(reader, '-')) value = amount(reader, value) - amount(reader, readProduct(reader));
    else return value;
  }
}

function readProduct(reader: Reader): Datum {
  let value = readUnary(reader);
  for (;;) {
    if (takes(reader, '*')) value = amount(reader, value) * amount(reader, readUnary(reader));
    else if (takes(reader, '/')) value = amount(reader, value) / amount(reader, readUnary(reader));
    else return value;
  }
}

function readUnary(reader: Reader): Datum {
  skipBlanks(reader);
  if (reader.text[reader.at] === '!' && reader.text[reader.at + 1] !== '=') {
    reader.at++;
    const value = !truth(reader, readUnary(reader));
    reader.compared = undefined;
    return value;
  }
  if (takes(reader, '-')) return -amount(reader, readUnary(reader));
  if (takes(reader, '(')) {
    const value = readOr(reader);
    if (!takes(reader, ')')) unreadable(reader, 'a closing parenthesis is missing');
    return value;
  }
  return readOperand(reader);
}

function readOperand(reader: Reader): Datum {
  const number = match(reader, /\d+(?:\.\d+)?/y);
  if (number !== undefined) return Number(number);
  const quote = reader.text[reader.at];
  if (quote === '"' || quote === "'") return readQuoted(reader);
  const word = match(reader, name);
  if (word === undefined) {
    return unreadable(
      reader,
      reader.at < reader.text.length ? `unexpected \`${reader.text.slice(reader.at)}\`` : 'it ends too early',
    );
  }
  if (word === 'true') return true;
  if (word === 'false') return false;
  return follow(reader, [word, ...readPath(reader)]);
}

const name = /[A-Za-z0-9_%]+(?:-[A-Za-z0-9_%]+)*/y;

function readPath(reader: Reader): string[] {
  const path: string[] = [];
  for (;;) {
    const next = reader.text[reader.at];
    if (next === '.') {
      reader.at++;
      const word = match(reader, name);
      if (word === undefined) {
        unreadable(reader, 'a name is missing after the dot');
        return path;
      }
      path.push(word);
    } else if (next === '[') {
      reader.at++;
      skipBlanks(reader);
      const quote = reader.text[reader.at];
      const inner = quote === '"' || quote === "'" ? readQuoted(reader) : match(reader, /\d+/y);
      if (inner === undefined || !takes(reader, ']')) {
        unreadable(reader, 'the brackets need a quoted name or a number');
        return path;
      }
      path.push(inner);
    } else return path;
  }
}

/** Walks the path; where a name is not there, it may be the beginning of a name with dots. */
function follow(reader: Reader, path: readonly string[]): Datum {
  let value: Datum = reader.root;
  let done = 0;
  while (done < path.length) {
    let step: { readonly value: Datum; readonly end: number } | undefined;
    for (let end = path.length; end > done && step === undefined; end--) {
      const found = member(value, path.slice(done, end).join('.'));
      if (found !== undefined) step = { value: found, end };
    }
    if (step === undefined) {
      const standIn = reader.missing(path);
      if (standIn !== undefined) return standIn;
      return unreadable(reader, `there is no ${path.join('.')}`);
    }
    value = step.value;
    done = step.end;
  }
  return value;
}

function member(value: Datum, key: string): Datum | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isList(value)) return key === 'length' ? value.length : /^\d+$/.test(key) ? value[Number(key)] : undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

const isList = (value: object): value is readonly Datum[] => Array.isArray(value);

function readQuoted(reader: Reader): string {
  const quote = reader.text[reader.at] ?? '';
  const end = reader.text.indexOf(quote, reader.at + 1);
  if (end < 0) {
    unreadable(reader, 'a quote is not closed');
    return '';
  }
  const text = reader.text.slice(reader.at + 1, end);
  reader.at = end + 1;
  return text;
}

function takes(reader: Reader, operator: string): boolean {
  skipBlanks(reader);
  if (!reader.text.startsWith(operator, reader.at)) return false;
  reader.at += operator.length;
  return true;
}

function match(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}

function skipBlanks(reader: Reader): void {
  while (reader.text[reader.at] === ' ' || reader.text[reader.at] === '\t') reader.at++;
}

function truth(reader: Reader, value: Datum): boolean {
  if (typeof value === 'boolean') return value;
  unreadable(reader, '&&, || and ! need something that is true or false');
  return false;
}

function amount(reader: Reader, value: Datum): number {
  if (typeof value === 'number') return value;
  unreadable(reader, `${JSON.stringify(value)} is no number`);
  return 0;
}

function simpleOf(reader: Reader, value: Datum, what: string): number | string | boolean {
  if (value !== null && typeof value !== 'object') return value;
  unreadable(reader, `${what} is no single value`);
  return false;
}
