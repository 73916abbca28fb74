/** What an editor's webview gives of itself to talk to its page. */
export interface Wire<From> {
  postMessage(message: unknown): unknown;
  onDidReceiveMessage(listen: (message: From) => unknown): unknown;
}

/** Who talks to a page that says `ready` whenever it has been made. */
export interface Page<To, From extends { readonly type: string }> {
  take(message: Exclude<From, { readonly type: 'ready' }>): unknown;
  /** The page was made anew, as when its tab moves to another window, and knows nothing: all that it showed is to be said again. */
  again(send: (message: To) => void): unknown;
}

/** Messages wait until the page says for the first time that it is ready. Gives what sends them. */
export function converse<To, From extends { readonly type: string }>(
  wire: Wire<From>,
  { take, again }: Page<To, From>,
): (message: To) => void {
  const waiting: To[] = [];
  let isReady = false;
  const send = (message: To): void => {
    if (isReady) void wire.postMessage(message);
    else waiting.push(message);
  };
  wire.onDidReceiveMessage((message) => {
    if (isOther(message)) return take(message);
    if (isReady) return again(send);
    isReady = true;
    for (const one of waiting.splice(0)) send(one);
  });
  return send;
}

const isOther = <T extends { readonly type: string }>(message: T): message is Exclude<T, { readonly type: 'ready' }> =>
  message.type !== 'ready';
