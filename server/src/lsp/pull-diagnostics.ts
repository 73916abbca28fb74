import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { SourceId } from '#core/text/span.ts';
import { canonicalUri } from './canonical-uri.ts';
import type { Report, Reports } from './reports.ts';
import type { Texts } from './texts.ts';

/** Answers a client that asks for diagnostics instead of being sent them. */
export interface PullDiagnostics {
  document(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport>;
  /**
   * Of every document. With a place for partial results, the answer goes on as long as the client wants: whatever changes
   * is told at once. Without, it is given as soon as there is something new.
   */
  workspace(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: { report(part: WorkspaceDiagnosticReport): void } | undefined,
  ): Promise<WorkspaceDiagnosticReport>;
  /** Whether the client asked for the diagnostics of the whole workspace. */
  isWorkspacePulled(): boolean;
  /** Tells a waiting client of new reports. */
  changed(reports: readonly Report[]): void;
  /** The document is not open any more. */
  forget(uri: string): void;
  /** Lets a waiting client go. */
  dispose(): void;
}

export interface PullHost {
  readonly texts: Texts;
  readonly reports: Reports;
  /** Kept once the workspace is read: before, a report would lack what the other files say. */
  readonly read: Promise<void>;
  /** Makes the report of this source one of its present text. */
  readonly bringUpToDate: (source: SourceId) => Promise<void>;
  /** The client shall ask again for the documents that it shows. */
  readonly refresh: () => void;
  /** The client asked for the whole workspace for the first time. */
  readonly workspacePulled: () => void;
}

export function pullDiagnostics(host: PullHost): PullDiagnostics {
  const { texts, reports } = host;
  const spelling = (uri: string) => texts.uriOf(canonicalUri(uri));
  const versionOf = (uri: string) => texts.version(canonicalUri(uri));
  const isOpen = (uri: string) => texts.isOpen(canonicalUri(uri));
  /** What the client got for each document that it asked for. */
  const given = new Map<string, { readonly version: number | undefined; readonly id: string }>();
  let isWorkspacePulled = false;
  /** The request for the workspace that is not answered yet. */
  let waiting: { tell(reports: readonly Report[]): void; end(): void } | undefined;

  const entry = (uri: string, report: Report): WorkspaceDocumentDiagnosticReport => ({
    kind: 'full',
    uri,
    version: versionOf(uri) ?? null,
    resultId: report.id,
    items: [...report.diagnostics],
  });
  const newSince = (previous: WorkspaceDiagnosticParams['previousResultIds']): WorkspaceDocumentDiagnosticReport[] => {
    const had = new Map(previous.map(({ uri, value }) => [spelling(uri), value]));
    const gone = previous.filter(({ uri, value }) => {
      const report = reports.of(spelling(uri));
      return report.diagnostics.length === 0 && report.id !== value;
    });
    const changed = reports.all().filter(({ uri, id }) => had.get(uri) !== id);
    return [
      ...gone.map(({ uri }) => entry(uri, reports.of(spelling(uri)))),
      ...changed.map((report) => entry(report.uri, report)),
    ];
  };
  return {
    async document({ textDocument, previousResultId }, token) {
      await unlessCancelled(token, host.read);
      const source = canonicalUri(textDocument.uri);
      await unlessCancelled(token, host.bringUpToDate(source));
      const uri = texts.uriOf(source);
      const { id, diagnostics } = reports.of(uri);
      given.set(uri, { version: texts.version(source), id });
      return id === previousResultId
        ? { kind: 'unchanged', resultId: id }
        : { kind: 'full', resultId: id, items: [...diagnostics] };
    },
    async workspace({ previousResultIds }, token, partial) {
      if (!isWorkspacePulled) {
        isWorkspacePulled = true;
        host.workspacePulled();
      }
      await unlessCancelled(token, host.read);
      const items = newSince(previousResultIds);
      if (partial === undefined && items.length > 0) return { items };
      partial?.report({ items });
      const answer = new Promise<WorkspaceDiagnosticReport>((resolve) => {
        waiting?.end();
        waiting = {
          tell(changes) {
            if (token.isCancellationRequested) return;
            if (partial) partial.report({ items: changes.map((report) => entry(report.uri, report)) });
            else resolve({ items: newSince(previousResultIds) });
          },
          end: () => resolve({ items: [] }),
        };
      });
      return unlessCancelled(token, answer);
    },
    isWorkspacePulled: () => isWorkspacePulled,
    changed(changes) {
      // A client asks of its own accord for a document that it changed, but not for one that changed by what stands elsewhere.
      const isStale = ({ uri, id }: Report) => {
        const last = given.get(uri);
        return last !== undefined && last.id !== id && last.version === versionOf(uri);
      };
      if (changes.some(isStale)) host.refresh();
      const elsewhere = changes.filter(({ uri }) => !isOpen(uri) || !given.has(uri));
      if (elsewhere.length > 0) waiting?.tell(elsewhere);
    },
    forget: (uri) => void given.delete(uri),
    dispose() {
      waiting?.end();
      waiting = undefined;
    },
  };
}

/** A request that waits is answered at once when the client cancels it. */
function unlessCancelled<T>(token: CancellationToken, awaited: Promise<T>): Promise<T> {
  const cancelled = () =>
    new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'The client does not wait any longer.');
  if (token.isCancellationRequested) return Promise.reject(cancelled());
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => reject(cancelled()));
    awaited.then(resolve, reject).finally(() => listening.dispose());
  });
}
