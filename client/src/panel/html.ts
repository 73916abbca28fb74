import { Uri, type Webview } from 'vscode';
import { panelPage } from './page.ts';

/** One of the extension's pages, by the names of its bundles in `dist/webview`. */
export interface Bundles {
  readonly title: string;
  readonly style: string;
  readonly script: string;
  readonly worker?: string;
}

/** The page with the addresses that a webview of this editor may load. */
export function pageHtml(webview: Webview, extensionUri: Uri, { title, style, script, worker }: Bundles): string {
  const address = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
  return panelPage({
    title,
    style: address(style),
    script: address(script),
    ...(worker !== undefined && { worker: address(worker) }),
    source: webview.cspSource,
    nonce: makeNonce(),
  });
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
