import { type ExtensionContext, Uri, type WebviewPanel } from 'vscode';
import { converse, type Page } from './converse.ts';
import { type Bundles, pageHtml } from './html.ts';

/** What a page may do: its own scripts, and nothing from outside `dist/webview`. */
export const pageOptions = (context: ExtensionContext) => ({
  enableScripts: true,
  localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist', 'webview')],
});

/** Loads a page into a panel. Gives what sends it messages. */
export function loadPage<To, From extends { readonly type: string }>(
  panel: WebviewPanel,
  context: ExtensionContext,
  bundles: Bundles,
  page: Page<To, From>,
): (message: To) => void {
  panel.webview.options = pageOptions(context);
  const send = converse<To, From>(panel.webview, page);
  panel.webview.html = pageHtml(panel.webview, context.extensionUri, bundles);
  return send;
}
