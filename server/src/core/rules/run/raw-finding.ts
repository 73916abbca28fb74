import { type SourceId, shift } from '#core/text/span.ts';
import type { EstateFinding, LocalFinding, Rule, Severity } from '../rule.ts';

/** What a rule said, before suppressions and settings. Stays the same object for as long as it is kept. */
export interface RawFinding {
  readonly rule: Rule;
  readonly finding: EstateFinding;
}

/** What is told in place of a rule that threw, so that it can be switched off until it is repaired. */
export const failure = (error: unknown): { readonly message: string; readonly severity: Severity } => ({
  message: `This rule itself failed here (${error instanceof Error ? error.message : String(error)}); nothing is known about the text.`,
  severity: 'warning',
});

/** A finding whose spans are measured from `by` in the source. */
export const placeLocal = (finding: LocalFinding, source: SourceId, by: number): EstateFinding => ({
  at: { source, span: shift(finding.span, by) },
  message: finding.message,
  ...(finding.severity && { severity: finding.severity }),
  ...(finding.fixes && {
    fixes: finding.fixes.map(({ edits, ...fix }) => ({
      ...fix,
      edits: edits.map(({ span, newText }) => ({ source, span: shift(span, by), newText })),
    })),
  }),
});
