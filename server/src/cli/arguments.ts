import { parseArgs } from 'node:util';
import { Misuse } from './command.ts';

/** What an option takes: nothing (`flag`), any text, a whole number, or one of some words. */
export type OptionKind = 'flag' | 'text' | 'number' | readonly string[];

export interface ParsedArguments {
  readonly paths: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
  readonly number: (name: string) => number | undefined;
}

/**
 * Reads `--name value`, `--name=value` and paths.
 * @throws {Misuse} on an unknown option, a missing or impossible value.
 */
export function parseArguments(
  argv: readonly string[],
  options: Readonly<Record<string, OptionKind>>,
): ParsedArguments {
  const { values, positionals } = parse(argv, options);
  for (const [name, kind] of Object.entries(options)) checkValue(name, kind, values[name]);
  return {
    paths: positionals,
    flag: (name) => values[name] === true,
    text: (name) => textOf(values[name]),
    number: (name) => (values[name] === undefined ? undefined : Number(values[name])),
  };
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function parse(
  argv: readonly string[],
  options: Readonly<Record<string, OptionKind>>,
): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, kind]) => [
          name,
          { type: kind === 'flag' ? 'boolean' : 'string' } as const,
        ]),
      ),
    });
    return { values: values as Values, positionals };
  } catch (error) {
    throw new Misuse(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}

function checkValue(name: string, kind: OptionKind, value: string | boolean | undefined): void {
  if (value === undefined || kind === 'flag' || kind === 'text') return;
  if (kind === 'number') {
    if (!/^\d+$/.test(String(value))) throw new Misuse(`--${name} takes a whole number, not '${value}'`);
    return;
  }
  if (!kind.includes(String(value))) throw new Misuse(`--${name} takes one of ${kind.join(', ')}, not '${value}'`);
}

const textOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
