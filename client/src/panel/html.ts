import { Uri, type Webview } from 'vscode';
import { panelPage } from './page.ts';

/** The panel's page with the addresses that a webview of this editor may load. */
export function panelHtml(webview: Webview, extensionUri: Uri): string {
  const address = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
  return panelPage({
    style: address('panel.css'),
    script: address('main.js'),
    worker: address('worker.js'),
    source: webview.cspSource,
    nonce: makeNonce(),
  });
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
