import { createService } from '#core/service.ts';
import { startSession } from './session.ts';
import type { Serve } from './start.ts';

/** The server in a worker: it reads files through the editor. */
export const serve: Serve = (connection, client) =>
  startSession(connection, createService(), { client, files: undefined });
