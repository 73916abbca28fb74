import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from '../../server/src/cli/main.ts';

/** A folder of its own with the given files, in which command lines run. */
export interface Shell {
  readonly directory: string;
  /** Runs `mqsc …`; the arguments are split at blanks. */
  run(line: string, input?: string): Promise<{ readonly code: number; readonly out: string; readonly err: string }>;
  read(file: string): string;
  remove(): void;
}

export function makeShell(files: Readonly<Record<string, string>>): Shell {
  const directory = mkdtempSync(path.join(tmpdir(), 'mqsc-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    writeFileSync(path.join(directory, name), text);
  }
  return {
    directory,
    run: async (line, input = '') => {
      let out = '';
      let err = '';
      const code = await runCli(
        line.split(' ').filter((word) => word !== ''),
        {
          out: (text) => {
            out += text;
          },
          err: (text) => {
            err += text;
          },
          readStandardInput: () => input,
          directory,
          hasColours: false,
        },
      );
      return { code, out, err };
    },
    read: (file) => readFileSync(path.join(directory, file), 'utf8'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
