import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { PlayForward } from '#core/ide/answers.ts';
import type { Finding } from '#core/rules/rule.ts';
import type { SourceId } from '#core/text/span.ts';
import type { Texts } from './texts.ts';

/** Findings as the editor shows them. `rulePages` is the folder of the rules' pages, without a slash at its end. */
export const diagnostics = (texts: Texts, findings: readonly Finding[], rulePages: string | undefined): Diagnostic[] =>
  findings.map((finding) => ({
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
  }));

/** What was sent last for each source, so that nothing is sent twice. */
export interface Publisher {
  publish(findings: ReadonlyMap<SourceId, readonly Finding[]>): void;
  /** Sends those of one source and leaves the others as they are. */
  publishOne(source: SourceId, findings: readonly Finding[]): void;
}

/**
 * Sends the diagnostics of each source whose findings differ from what was sent before, and takes back those of sources
 * that have none any more.
 */
export function publisher(
  texts: Texts,
  rulePages: () => string | undefined,
  send: (message: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void,
): Publisher {
  const sent = new Map<string, string>();
  const sendChanged = (source: SourceId, uri: string, list: Diagnostic[]): void => {
    const text = JSON.stringify(list);
    if (sent.get(uri) === text) return;
    sent.set(uri, text);
    const version = texts.version(source);
    send({ uri, diagnostics: list, ...(version !== undefined && { version }) });
  };
  return {
    publishOne(source, findings) {
      sendChanged(source, texts.uriOf(source), diagnostics(texts, findings, rulePages()));
    },
    publish(findings) {
      const wanted = new Map<string, { source: SourceId; diagnostics: Diagnostic[] }>();
      for (const [source, list] of findings) {
        if (list.length === 0) continue;
        wanted.set(texts.uriOf(source), { source, diagnostics: diagnostics(texts, list, rulePages()) });
      }
      for (const uri of [...sent.keys()]) {
        if (wanted.has(uri)) continue;
        sent.delete(uri);
        send({ uri, diagnostics: [] });
      }
      for (const [uri, { source, diagnostics: list }] of wanted) sendChanged(source, uri, list);
    },
  };
}

const severities: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
