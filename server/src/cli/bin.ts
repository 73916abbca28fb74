import { readFileSync } from 'node:fs';
import { runCli } from './main.ts';

// `mqsc … | head` closes the pipe early: that is no fault, and nobody reads on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** The program `mqsc`: the command line on the real process. The exit code is set, not forced, so that all output is written. */
runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  readStandardInput: () => readFileSync(0, 'utf8'),
  directory: process.cwd(),
  hasColours: process.stdout.isTTY === true && !process.env.NO_COLOR,
  ...(process.stderr.isTTY === true && {
    progress: (text: string) => void process.stderr.write(`\r\u001b[2K${text}`),
  }),
  onCancel: (cancel) => {
    process.once('SIGINT', cancel);
    return () => void process.off('SIGINT', cancel);
  },
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`mqsc: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 70;
  },
);
