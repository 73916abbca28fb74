import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '#core/rules/rule.ts';
import type { SourceId } from '#core/text/span.ts';
import { diagnostics } from './diagnostics.ts';
import type { Texts } from './texts.ts';

/** The diagnostics of one document, as a client sees them. */
export interface Report {
  /** As the client spells it. */
  readonly uri: string;
  /** Another one when, and only when, the diagnostics are others. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What there is to say of each document, whether it is pushed to the client or waits to be pulled. */
export interface Reports {
  /** Takes over the findings of every source; gives the reports that are others than before. */
  take(findings: ReadonlyMap<SourceId, readonly Finding[]>): readonly Report[];
  /** Takes over those of one source and leaves the others as they are. */
  takeOne(source: SourceId, findings: readonly Finding[]): readonly Report[];
  /** Of a document that nothing is known of, a report without diagnostics. */
  of(uri: string): Report;
  /** Those with diagnostics. */
  all(): readonly Report[];
}

interface Known extends Report {
  readonly text: string;
  /** What the report was made of. */
  readonly findings: readonly Finding[];
}

/** `session` tells this server's ids from those of one that a client may have talked to before. */
export function makeReports(texts: Texts, rulePages: () => string | undefined, session: string): Reports {
  const known = new Map<string, Known>();
  let count = 0;

  const empty = (uri: string): Report => ({ uri, id: `${session}.0`, diagnostics: [] });
  const takeOne = (source: SourceId, findings: readonly Finding[]): readonly Report[] => {
    const uri = texts.uriOf(source);
    const before = known.get(uri);
    // The same list is about the same texts: nothing that an edit may have moved is kept as it was.
    if (before?.findings === findings) return [];
    if (findings.length === 0) return known.delete(uri) ? [empty(uri)] : [];
    const list = diagnostics(texts, findings, rulePages());
    const text = JSON.stringify(list);
    if (before?.text === text) {
      known.set(uri, { ...before, findings });
      return [];
    }
    const report = { uri, id: `${session}.${++count}`, diagnostics: list, text, findings };
    known.set(uri, report);
    return [report];
  };

  return {
    takeOne,
    take(findings) {
      const reported = new Set([...findings.keys()].map(texts.uriOf));
      const gone = [...known.keys()].filter((uri) => !reported.has(uri));
      for (const uri of gone) known.delete(uri);
      return [...gone.map(empty), ...[...findings].flatMap(([source, list]) => takeOne(source, list))];
    },
    of: (uri) => known.get(uri) ?? empty(uri),
    all: () => [...known.values()],
  };
}
