import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mayHoldMqsc, mostFiles, type WorkspaceFiles } from './workspace-files.ts';

/** Reads `file:` folders from disk. Folders that hold no one's own MQSC (`node_modules`, those with a leading dot) are left out. */
export const nodeFiles: WorkspaceFiles = {
  async find(folder) {
    const found: string[] = [];
    const waiting = [fileURLToPath(folder)];
    for (let next = waiting.shift(); next !== undefined && found.length < mostFiles; next = waiting.shift()) {
      for (const entry of await list(next)) {
        const place = path.join(next, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') waiting.push(place);
        if (entry.isFile() && mayHoldMqsc(entry.name)) found.push(pathToFileURL(place).toString());
      }
    }
    return found;
  },
  async read(uri) {
    try {
      return await fs.readFile(fileURLToPath(uri), 'utf8');
    } catch {
      return undefined;
    }
  },
};

async function list(folder: string): Promise<Dirent[]> {
  try {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
