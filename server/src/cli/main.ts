import { campaign } from './campaign.ts';
import { check } from './check.ts';
import { type CliCommand, exitCodes, Misuse, type Terminal } from './command.ts';
import { explain } from './explain.ts';
import { format } from './format.ts';
import { lsp } from './lsp.ts';
import { model } from './model.ts';
import { simulate } from './simulate.ts';
import { version } from './version.ts';

const commands: readonly CliCommand[] = [check, format, model, explain, simulate, campaign, lsp];

/** Runs one command line; resolves to the exit code. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-V') {
    terminal.out(`${version}\n`);
    return exitCodes.fine;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.err : terminal.out)(overview());
    return name === undefined ? exitCodes.misuse : exitCodes.fine;
  }
  const command = commands.find((c) => c.name === name);
  if (!command) {
    terminal.err(`mqsc: no such command: ${name}\n\n${overview()}`);
    return exitCodes.misuse;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(`${command.usage}\n`);
    return exitCodes.fine;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    terminal.err(`mqsc ${name}: ${error.message}\n`);
    return exitCodes.misuse;
  }
}

const overview = (): string =>
  `MQSC Cluster Workbench ${version}: reads MQSC files as one cluster, finds what would go wrong, plays it forward.

${commands.map((c) => `  mqsc ${c.name.padEnd(10)} ${c.summary}`).join('\n')}

mqsc COMMAND --help tells more.
`;
