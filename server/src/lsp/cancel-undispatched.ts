import { type ConnectionStrategy, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/**
 * A request that the client takes back while it waits behind others is answered at once; without this, the protocol's
 * library would still have it worked on.
 */
export const cancelUndispatched: ConnectionStrategy = {
  cancelUndispatched: ({ jsonrpc }) => ({
    jsonrpc,
    // The library fills it in.
    id: null,
    error: new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'The client took the request back.').toJson(),
  }),
};
