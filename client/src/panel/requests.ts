import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '#protocol/messages.ts';

/** One of the project's own requests to the language server, with its types. */
export const ask = <M extends keyof Requests>(
  client: BaseLanguageClient,
  method: M,
  params: Requests[M]['params'],
): Promise<Requests[M]['result']> => client.sendRequest<Requests[M]['result']>(method, params);
