import { modelJson, modelText } from '#core/report/model-report.ts';
import { colourStyle, plainStyle } from '#core/report/style.ts';
import { parseArguments } from './arguments.ts';
import { type CliCommand, exitCodes } from './command.ts';
import { openWorkspace } from './workspace.ts';

export const model: CliCommand = {
  name: 'model',
  summary: 'effective definitions per queue manager, with origins',
  usage: `mqsc model [PATH…] [--format text|json] [--origin]

Runs the commands of each queue manager in order and prints what is defined at the end, and the clusters.
  --format F  text (default) or json
  --origin    every attribute that has a value, defaults too, each with the place it comes from`,
  run: async (argv, terminal) => {
    const options = parseArguments(argv, { format: ['text', 'json'], origin: 'flag' });
    const { service, sources } = openWorkspace(options.paths, terminal);
    const detail = { detail: options.flag('origin') ? 'origins' : 'written' } as const;
    if (options.text('format') === 'json')
      terminal.out(`${JSON.stringify(modelJson(service.estates(), sources, detail), undefined, 2)}\n`);
    else terminal.out(modelText(service.estates(), sources, detail, terminal.hasColours ? colourStyle : plainStyle));
    return exitCodes.fine;
  },
};
