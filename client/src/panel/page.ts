/** Where the page's parts are, as the page may load them. */
export interface PageParts {
  readonly title: string;
  readonly style: string;
  readonly script: string;
  /** The worker's script, when the page starts one. */
  readonly worker?: string;
  /** The source that `style`, `script` and `worker` come from, as a content security policy names it. */
  readonly source: string;
  /** A word made anew for each page; only scripts that bear it run. */
  readonly nonce: string;
}

/** A page of ours: nothing runs in it but its one script, and nothing comes from elsewhere. */
export function panelPage({ title, style, script, worker, source, nonce }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    // The worker's script is fetched, then started from a blob: a webview may not start one from its address.
    ...(worker === undefined ? [] : [`connect-src ${source}`, 'worker-src blob:']),
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${style}">
    <title>${title}</title>
  </head>
  <body>
    <div id="root"${worker === undefined ? '' : ` data-worker="${worker}"`}></div>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
