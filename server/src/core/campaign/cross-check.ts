import type { Report } from './types.ts';

/** How a rule and what the campaign saw go together. */
export interface RuleCheck {
  readonly rule: string;
  readonly verdict: 'foretold' | 'not-foretold' | 'did-not-happen';
  /** The findings' own words; of a rule that did not fire, none. */
  readonly details: readonly string[];
  /** Rows that show it. */
  readonly rows: readonly string[];
}

/**
 * The findings of the estate beside what happened. A rule was seen where a violation names it, or where a change that its page
 * asks for prevents a harm.
 */
export function crossCheck<S, P>({ findings, rows }: Pick<Report<S, P>, 'findings' | 'rows'>): readonly RuleCheck[] {
  const seen = new Map<string, string[]>();
  const details = new Map<string, string[]>();
  for (const { code, detail } of findings) details.set(code, [...(details.get(code) ?? []), detail]);
  const see = (rule: string, row: string): void => {
    const known = seen.get(rule) ?? [];
    seen.set(rule, known.includes(row) ? known : [...known, row]);
  };
  for (const { title, cells } of rows)
    for (const { rules, shown } of cells) {
      for (const rule of rules) see(rule, title);
      for (const { rule } of shown?.remedies ?? []) if (rule !== undefined && details.has(rule)) see(rule, title);
    }
  return [...new Set([...seen.keys(), ...details.keys()])].sort().map((rule) => ({
    rule,
    verdict: !seen.has(rule) ? 'did-not-happen' : details.has(rule) ? 'foretold' : 'not-foretold',
    details: details.get(rule) ?? [],
    rows: seen.get(rule) ?? [],
  }));
}
