import type { Connection } from 'vscode-languageserver';
import type { Finding } from '#core/rules/rule.ts';
import type { SourceId } from '#core/text/span.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Client } from './client-traits.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import { pushDiagnostics } from './push-diagnostics.ts';
import { makeReports, type Report } from './reports.ts';
import type { Texts } from './texts.ts';

/** Brings findings to the client in the way that it understands: it asks for them, or is sent what it does not ask for. */
export interface Delivery {
  /** The findings of every source. */
  take(findings: ReadonlyMap<SourceId, readonly Finding[]>): void;
  /** The text of an open document is another one. */
  changed(source: SourceId): void;
  opened(source: SourceId): void;
  /** `uri` as it was open. */
  closed(uri: string): void;
  dispose(): void;
}

export interface DeliveryHost {
  readonly connection: Connection;
  readonly texts: Texts;
  readonly client: Client;
  /** Kept once the workspace is read. */
  readonly read: Promise<void>;
  /** What can be said at once of a changed source when checking everything takes too long; undefined when it does not, or nothing can be. */
  readonly passing: (source: SourceId) => readonly Finding[] | undefined;
  /** Kept when all findings were taken that a check owed. */
  readonly settled: () => Promise<void>;
}

export function deliverDiagnostics({ connection, texts, client, read, passing, settled }: DeliveryHost): Delivery {
  const reports = makeReports(texts, () => client.rulePages, Date.now().toString(36));
  /** Version of each source whose passing findings were reported: none are computed twice. */
  const passed = new Map<SourceId, number | undefined>();

  const deliver = (changes: readonly Report[]): void => {
    push.settle(changes.map(({ uri }) => uri));
    pull.changed(changes);
  };
  const takePassing = (source: SourceId): boolean => {
    const version = texts.version(source);
    if (version !== undefined && passed.get(source) === version) return true;
    const findings = passing(source);
    if (findings === undefined) return false;
    passed.set(source, version);
    deliver(reports.takeOne(source, findings));
    return true;
  };
  const pull = pullDiagnostics({
    texts,
    reports,
    read,
    bringUpToDate: (source) => (takePassing(source) ? Promise.resolve() : settled()),
    refresh: () => void connection.languages.diagnostics.refresh().catch(() => undefined),
    workspacePulled: () => push.settle(push.sent()),
  });
  const isPulled = (uri: string): boolean =>
    client.pullsDiagnostics === true && (pull.isWorkspacePulled() || texts.isOpen(canonicalUri(uri)));
  const push = pushDiagnostics(texts, reports, isPulled, (message) => void connection.sendDiagnostics(message));

  connection.languages.diagnostics.on((params, token) => pull.document(params, token));
  connection.languages.diagnostics.onWorkspace((params, token, _, partial) => pull.workspace(params, token, partial));

  return {
    take: (findings) => deliver(reports.take(findings)),
    changed(source) {
      if (!client.pullsDiagnostics) takePassing(source);
    },
    opened: (source) => push.settle([texts.uriOf(source)]),
    closed(uri) {
      pull.forget(uri);
      push.settle([uri]);
    },
    dispose: () => pull.dispose(),
  };
}
