import type { Connection, ConnectionOptions, Message, MessageStrategy } from 'vscode-languageserver';
import { cancelUndispatched } from './cancel-undispatched.ts';
import { initializeResult } from './capabilities.ts';
import { type Client, clientTraits } from './client-traits.ts';

/** Registers all that the server does for a client; the code for it. */
export type Serve = (connection: Connection, client: Client) => void;

/**
 * Answers `initialize` with what the server can do, and loads the code that does it when the client's next message comes: most of the
 * time of a start is compiling and running that code, and an editor need not wait for it. Messages that come meanwhile wait
 * in their order.
 */
export function start(connect: (options: ConnectionOptions) => Connection, load: () => Promise<Serve>): void {
  let client: Client | undefined;
  let loading: Promise<void> | undefined;
  let isLoaded = false;
  const loadedFor = async (known: Client): Promise<void> => {
    const serve = await load();
    serve(connection, known);
    isLoaded = true;
  };
  const messageStrategy: MessageStrategy = {
    handleMessage: (message, next) => {
      if (isLoaded || client === undefined || !isForServer(message)) return next(message);
      loading ??= loadedFor(client);
      return loading.then(() => next(message));
    },
  };
  const connection = connect({ connectionStrategy: cancelUndispatched, messageStrategy });
  connection.onInitialize((params) => {
    client = clientTraits(params);
    return initializeResult(client);
  });
  connection.listen();
}

/** Answers to what the server asked are not; it asks nothing before it is loaded. */
const isForServer = (message: Message): boolean => 'method' in message;
