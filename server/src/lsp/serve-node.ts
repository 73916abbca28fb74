import { createService } from '#core/service.ts';
import { nodeFiles } from './node-files.ts';
import { startSession } from './session.ts';
import type { Serve } from './start.ts';

/** The server in a process of its own: it reads files itself. */
export const serve: Serve = (connection, client) =>
  startSession(connection, createService(), { client, files: nodeFiles });
