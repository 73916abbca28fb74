import { Uri, type Webview } from 'vscode';

/** The panel's page: nothing runs in it but the bundle named here, and no style comes from elsewhere. */
export function panelHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = makeNonce();
  const address = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    // The worker's script is fetched, then started from a blob: a webview may not start one from its address.
    `connect-src ${webview.cspSource}`,
    'worker-src blob:',
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${address('panel.css')}">
    <title>MQSC simulation</title>
  </head>
  <body>
    <div id="root" data-worker="${address('worker.js')}"></div>
    <script nonce="${nonce}" src="${address('main.js')}"></script>
  </body>
</html>`;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
