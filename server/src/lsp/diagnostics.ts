import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { PlayForward } from '#core/ide/answers.ts';
import type { Finding } from '#core/rules/rule.ts';
import type { Texts } from './texts.ts';

/**
 * Findings of one file as the editor shows them; of very many the first, and how many there are besides. `rulePages` is the folder of the
 * rules' pages, without a slash at its end.
 */
export function diagnostics(texts: Texts, findings: readonly Finding[], rulePages: string | undefined): Diagnostic[] {
  const list = findings.slice(0, mostShown).map((finding) => diagnosticOf(finding, texts, rulePages));
  const last = list.at(-1);
  const left = findings.length - list.length;
  if (last === undefined || left === 0) return list;
  const message = `${left} more findings in this file are not shown.`;
  return [...list, { range: last.range, severity: DiagnosticSeverity.Information, source: 'mqsc', message }];
}

/** The most that an editor is asked to show of one file. */
const mostShown = 1000;

const diagnosticOf = (finding: Finding, texts: Texts, rulePages: string | undefined): Diagnostic => ({
  range: texts.rangeOf(finding.at.source, finding.at.span),
  severity: severities[finding.severity],
  code: finding.code,
  source: 'mqsc',
  message: finding.message,
  data: { code: finding.code, source: finding.at.source, span: finding.at.span } satisfies PlayForward,
  ...(rulePages !== undefined && { codeDescription: { href: `${rulePages}/${finding.code}.md` } }),
  ...(finding.related !== undefined && {
    relatedInformation: finding.related.map(({ at, message }) => ({
      location: { uri: texts.uriOf(at.source), range: texts.rangeOf(at.source, at.span) },
      message,
    })),
  }),
});

const severities: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
