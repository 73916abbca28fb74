import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createService } from '#core/service.ts';
import { cancelUndispatched } from './cancel-undispatched.ts';
import { nodeFiles } from './node-files.ts';
import { startSession } from './session.ts';

/** The language server as a process of its own: `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…` say how it talks. */
startSession(createConnection(ProposedFeatures.all, cancelUndispatched), createService(), nodeFiles);
