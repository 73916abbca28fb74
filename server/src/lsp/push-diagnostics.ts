import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { canonicalUri } from './canonical-uri.ts';
import type { Reports } from './reports.ts';
import type { Texts } from './texts.ts';

/** Sends diagnostics of documents that the client does not ask for. */
export interface PushDiagnostics {
  /** Sends what there is to say of these documents, unless it was said; takes back what the client asks for by now. */
  settle(uris: Iterable<string>): void;
  /** Every document that something was sent of. */
  sent(): readonly string[];
}

export function pushDiagnostics(
  texts: Texts,
  reports: Reports,
  isPulled: (uri: string) => boolean,
  send: (message: PublishDiagnosticsParams) => void,
): PushDiagnostics {
  const sent = new Map<string, string>();
  return {
    settle(uris) {
      for (const uri of uris) {
        const { id, diagnostics } = reports.of(uri);
        const isSilent = diagnostics.length === 0 || isPulled(uri);
        if (isSilent ? !sent.delete(uri) : sent.get(uri) === id) continue;
        if (!isSilent) sent.set(uri, id);
        const version = texts.version(canonicalUri(uri));
        send({ uri, diagnostics: isSilent ? [] : [...diagnostics], ...(version !== undefined && { version }) });
      }
    },
    sent: () => [...sent.keys()],
  };
}
