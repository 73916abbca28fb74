import type { Connection } from 'vscode-languageserver';

/** Reads the files of a workspace that no editor has open. */
export interface WorkspaceFiles {
  /** URIs of all files below the folder whose name may hold MQSC (`mayHoldMqsc`). Empty when the folder cannot be read. */
  find(folder: string): Promise<readonly string[]>;
  /** Undefined when it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

/** A workspace has rarely more than some dozens; this keeps a home folder that was opened by mistake from being read whole. */
export const mostFiles = 5000;

const names = ['*.mqsc', '*.mqs', '*.tst', '*.mqsc.tpl', '*.mqsc.j2', '*.yaml', '*.yml'];

/** Globs of what is worth watching and reading, for the editor. */
export const watchedFiles = `**/{${names.join(',')}}`;

const ending = new RegExp(`(${names.map((name) => name.slice(1).replaceAll('.', '\\.')).join('|')})$`, 'i');

export const mayHoldMqsc = (name: string): boolean => ending.test(name);

/** YAML files are everywhere: those without a trace of MQSC stay out of the estate. */
export const isOfInterest = (uri: string, text: string): boolean =>
  !/\.ya?ml$/i.test(uri) || /mqsc|mqsim/i.test(uri + text);

/** Reads through the editor, for a server that has no file system of its own or a workspace that lies elsewhere. */
export const clientFiles = (connection: Connection): WorkspaceFiles => ({
  async find(folder) {
    const found = await ask<string[]>(connection, 'mqsc/findFiles', {
      folder,
      pattern: watchedFiles,
      limit: mostFiles,
    });
    return found ?? [];
  },
  read: (uri) => ask<string>(connection, 'mqsc/readFile', { uri }),
});

async function ask<T>(connection: Connection, method: string, params: object): Promise<T | undefined> {
  try {
    return await connection.sendRequest<T>(method, params);
  } catch {
    return undefined;
  }
}
