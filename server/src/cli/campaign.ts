import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Lesson } from '#core/campaign/lessons.ts';
import { printReport } from '#core/campaign/print-report.ts';
import { severityOf } from '#core/campaign/row-text.ts';
import { campaignJson, mergeCampaigns, readCampaignJson } from '#core/report/campaign-json.ts';
import { campaignJunit } from '#core/report/campaign-junit.ts';
import { campaignMarkdown } from '#core/report/campaign-markdown.ts';
import { campaignText, type PrintedReport } from '#core/report/campaign-text.ts';
import { placeText } from '#core/report/place.ts';
import { colourStyle, plainStyle } from '#core/report/style.ts';
import { type ParsedArguments, parseArguments } from './arguments.ts';
import { type CliCommand, exitCodes, Misuse, type Terminal } from './command.ts';
import { conductCampaign } from './conduct-campaign.ts';
import { openScenario } from './open-scenario.ts';

const formats = ['text', 'json', 'markdown', 'junit'];

export const campaign: CliCommand = {
  name: 'campaign',
  summary: 'tries every failure at every moment that matters',
  usage: `mqsc campaign SCENARIO [PATH…] [--failures 1|2] [--pair-moments first|ends] [--seeds N] [--shard I/N] [--workers N] [--format F] [--save DIR]
mqsc campaign merge FILE… [--format F] [--save DIR]

Lets every queue manager, host, link, channel, application, queue and structure of a *.mqsim.yaml fail at every moment that matters,
and tells what becomes of the messages; each harm with the smallest scenario that shows it and the definition to change.
  --failures N  1 (default), or 2 for every pair as well
  --pair-moments M  of a second failure: the first moment of each shape (default), or the last as well (ends)
  --seeds N     so many seeds, from the scenario's own on
  --outage S    seconds until a failure is repaired; 30 by default
  --shard I/N   only the I-th of N parts, for machines side by side; merge joins their --format json
  --workers N   so many threads; as many as there are cores by default
  --format F    text (default), json, markdown or junit
  --save DIR    writes the smallest scenarios as *.mqsim.yaml
Ctrl-C ends it with what is known by then.
Exit: 1 when messages are lost or an invariant breaks, 2 on misuse, 130 when it was called off.`,
  run: async (argv, terminal) => {
    const options = parseArguments(argv, {
      failures: ['1', '2'],
      'pair-moments': ['first', 'ends'],
      seeds: 'number',
      outage: 'number',
      shard: 'text',
      workers: 'number',
      format: formats,
      save: 'text',
    });
    const [scenario, ...others] = options.paths;
    if (scenario === 'merge') return merge(others, options, terminal);
    if (!scenario) throw new Misuse('mqsc campaign needs a scenario file');
    const shard = readShard(options.text('shard') ?? '1/1');
    const { plan, service, sources, source } = openScenario(scenario, others, terminal);
    if (!plan) return exitCodes.misuse;
    const atLeastOne = (name: 'seeds' | 'workers' | 'outage'): number | undefined => {
      const value = options.number(name);
      if (value === 0) throw new Misuse(`--${name} takes a number from 1 on`);
      return value;
    };
    const outage = atLeastOne('outage');
    const { report, isCancelled } = await conductCampaign(
      { ...plan, name: plan.name || basename(source, '.mqsim.yaml') },
      {
        options: {
          failures: options.text('failures') === '2' ? 2 : 1,
          seeds: atLeastOne('seeds') ?? 1,
          ...(options.text('pair-moments') === 'ends' && { pairMoments: 'ends' as const }),
          findings: service.findingsOfPlan(plan, source),
          ...(outage !== undefined && { outageUs: outage * 1_000_000 }),
        },
        shard,
        workers: atLeastOne('workers') ?? availableParallelism(),
      },
      terminal,
    );
    const printed = printReport(report, {
      scenario: service.scenarioText,
      place: (at) => placeText(sources, at),
    });
    if (isCancelled) terminal.err('The campaign was called off; this is what is known.\n');
    const code = deliver(printed, options, terminal);
    return isCancelled && code === exitCodes.fine ? exitCodes.cancelled : code;
  },
};

function merge(files: readonly string[], options: ParsedArguments, terminal: Terminal): number {
  if (files.length === 0) throw new Misuse('mqsc campaign merge needs the JSON of campaigns');
  const reports = files.map((file) => {
    const report = readCampaignJson(readText(resolve(terminal.directory, file), file));
    if (report === undefined) throw new Misuse(`${file} is not the JSON of a campaign`);
    return report;
  });
  const merged = mergeCampaigns(reports);
  if (typeof merged === 'string') throw new Misuse(merged);
  if (merged.done < merged.units)
    terminal.err(`${merged.units - merged.done} of ${merged.units} units of work are missing.\n`);
  return deliver(merged, options, terminal);
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Misuse(`${name} cannot be read`);
  }
}

/** Saves, prints, and says how it ended. */
function deliver(report: PrintedReport, options: ParsedArguments, terminal: Terminal): number {
  const files = saveScenarios(report, options.text('save'), terminal);
  terminal.out(
    render(report, options.text('format') ?? 'text', terminal, (lesson) => files.get(lesson.shown.scenario)),
  );
  return report.rows.some((row) => severityOf(row) === 'bad') ? exitCodes.found : exitCodes.fine;
}

function render(
  report: PrintedReport,
  format: string,
  terminal: Terminal,
  fileOf: (lesson: Lesson<string, string>) => string | undefined,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(campaignJson(report), undefined, 1)}\n`;
    case 'markdown':
      return campaignMarkdown(report);
    case 'junit':
      return campaignJunit(report);
    default:
      return campaignText(report, terminal.hasColours ? colourStyle : plainStyle, fileOf);
  }
}

/** Writes the smallest scenario of each cell that has one; where each one is, as the command line would name it. */
function saveScenarios(
  report: PrintedReport,
  folder: string | undefined,
  terminal: Terminal,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  if (folder === undefined) return files;
  const target = resolve(terminal.directory, folder);
  mkdirSync(target, { recursive: true });
  const taken = new Set<string>();
  const cells = report.rows.flatMap(({ title, cells }) => cells.map((cell) => ({ title, ...cell })));
  for (const { title, harm, shown } of cells) {
    if (shown === undefined) continue;
    const wanted = slug(`${harm} ${title}`);
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
    taken.add(name);
    const file = join(target, `${name}.mqsim.yaml`);
    writeFileSync(file, shown.scenario);
    files.set(shown.scenario, relative(terminal.directory, file).split(sep).join('/'));
  }
  return files;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');

function readShard(text: string): { readonly index: number; readonly of: number } {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (index === undefined || shard.index < 1 || shard.index > shard.of)
    throw new Misuse(`--shard takes a part and how many there are, such as 1/4, not '${text}'`);
  return shard;
}
