import { type ExtensionContext, Uri, type WebviewPanel } from 'vscode';
import { type Bundles, pageHtml } from './html.ts';

/** What a page may do: its own scripts, and nothing from outside `dist/webview`. */
export const pageOptions = (context: ExtensionContext) => ({
  enableScripts: true,
  localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist', 'webview')],
});

/** Loads a page into a panel; messages wait until it says that it is ready. Gives what sends it messages. */
export function loadPage<To, From extends { readonly type: string }>(
  panel: WebviewPanel,
  context: ExtensionContext,
  bundles: Bundles,
  take: (message: Exclude<From, { readonly type: 'ready' }>) => unknown,
): (message: To) => void {
  const waiting: To[] = [];
  let isReady = false;
  panel.webview.options = pageOptions(context);
  panel.webview.onDidReceiveMessage((message: From) => {
    if (isOther(message)) return take(message);
    isReady = true;
    for (const one of waiting.splice(0)) void panel.webview.postMessage(one);
  });
  panel.webview.html = pageHtml(panel.webview, context.extensionUri, bundles);
  return (message) => {
    if (isReady) void panel.webview.postMessage(message);
    else waiting.push(message);
  };
}

const isOther = <T extends { readonly type: string }>(message: T): message is Exclude<T, { readonly type: 'ready' }> =>
  message.type !== 'ready';
