import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ModelTable, modelDiff, modelDiffText, readModelTable } from '#core/report/model-diff.ts';
import { modelJson, modelText } from '#core/report/model-report.ts';
import { colourStyle, plainStyle } from '#core/report/style.ts';
import { type Topology, topologyOf } from '#core/report/topology.ts';
import { topologyDot } from '#core/report/topology-dot.ts';
import { topologyMermaid } from '#core/report/topology-mermaid.ts';
import { parseArguments } from './arguments.ts';
import { type CliCommand, exitCodes, Misuse, type Terminal } from './command.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export const model: CliCommand = {
  name: 'model',
  summary: 'effective definitions per queue manager, with origins',
  usage: `mqsc model [PATH…] [--format text|json|mermaid|dot] [--origin] [--diff OLD [--exit-code]]

Runs the commands of each queue manager in order and prints what is defined at the end, and the clusters.
  --format F   text (default), json, or a picture of queue managers, channels and clones: mermaid, dot (Graphviz)
  --origin     every attribute that has a value, defaults too, each with the place it comes from
  --diff OLD   prints what is not as in OLD instead: a folder or file of another commit, or what
               mqsc model --format json --origin printed there (a file whose name ends in .json)
  --exit-code  exit 1 when --diff finds a difference`,
  run: async (argv, terminal) => {
    const options = parseArguments(argv, {
      format: ['text', 'json', 'mermaid', 'dot'],
      origin: 'flag',
      diff: 'text',
      'exit-code': 'flag',
    });
    const [format, diff] = [options.text('format'), options.text('diff')];
    const isJson = format === 'json';
    const picture = format === undefined ? undefined : pictures[format];
    if (options.flag('exit-code') && diff === undefined) throw new Misuse('--exit-code needs --diff OLD');
    if (picture && diff !== undefined) throw new Misuse(`--diff prints text or json, not ${format}`);
    const style = terminal.hasColours ? colourStyle : plainStyle;
    const workspace = openWorkspace(options.paths, terminal);
    if (diff !== undefined) {
      const found = modelDiff(oldTable(diff, terminal), tableOf(workspace));
      terminal.out(isJson ? asJson(found) : modelDiffText(found, style));
      return options.flag('exit-code') && found.queueManagers.length > 0 ? exitCodes.found : exitCodes.fine;
    }
    if (picture) {
      terminal.out(picture(topologyOf(workspace.service.estates())));
      return exitCodes.fine;
    }
    const detail = { detail: options.flag('origin') ? 'origins' : 'written' } as const;
    const [estates, { sources }] = [workspace.service.estates(), workspace];
    terminal.out(isJson ? asJson(modelJson(estates, sources, detail)) : modelText(estates, sources, detail, style));
    return exitCodes.fine;
  },
};

const pictures: Readonly<Record<string, (topology: Topology) => string>> = {
  mermaid: topologyMermaid,
  dot: topologyDot,
};

const asJson = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

const tableOf = ({ service, sources }: Workspace): ModelTable =>
  readModelTable(modelJson(service.estates(), sources, { detail: 'origins' })) ?? new Map();

/** @throws {Misuse} when there is nothing, or no model. */
function oldTable(path: string, terminal: Terminal): ModelTable {
  const full = resolve(terminal.directory, path);
  if (!existsSync(full)) throw new Misuse(`no such file or folder: ${path}`);
  // Names are told from the folder itself, so that places read alike in both.
  if (statSync(full).isDirectory()) return tableOf(openWorkspace(['.'], { ...terminal, directory: full }));
  if (!full.endsWith('.json')) return tableOf(openWorkspace([full], terminal));
  const table = readModelTable(parsed(readFileSync(full, 'utf8')));
  if (!table) throw new Misuse(`${path} is not what mqsc model --format json --origin prints`);
  return table;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
