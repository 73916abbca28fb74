import type { EstateFile, QueueManagerEntry } from '#core/estate/estate-file.ts';
import type { Platform } from '#core/facts/facts.ts';
import type { DumpHeader } from '#core/syntax/tree.ts';
import type { OwnedRuns, Run } from './assign.ts';
import { type CommandRun, type Execution, execute } from './execute.ts';
import type { Inserts } from './inserts.ts';
import { makeObject } from './make-object.ts';
import type { CommandRef, MqObject, QueueManager } from './model.ts';

/** The level that a queue manager has when nothing tells another. */
const defaultVersion = '9.4';

/**
 * Runs what a queue manager owns. The result depends on its sections and its part of the estate file only: when these
 * are the ones that `previous` was made of, it is `previous`.
 */
export function buildQueueManager(
  owned: OwnedRuns,
  estateFile: EstateFile | undefined,
  previous: QueueManager | undefined,
): QueueManager {
  const known = previous && bases.get(previous);
  if (known && isSameOwned(known, owned, estateFile)) return previous;
  const basis = basisOf(owned, estateFile);
  const [first] = owned.runs;
  const beside = first && made.get(first.section)?.get(owned.name);
  for (const one of [previous, beside]) if (one && isSameBasis(bases.get(one), basis)) return one;
  const before = previous && bases.get(previous)?.traits === basis.traits ? executions.get(previous) : undefined;
  const built = build(owned, basis, estateFile, before);
  bases.set(built, basis);
  if (first) made.set(first.section, (made.get(first.section) ?? new Map()).set(owned.name, built));
  return built;
}

/** By the first section and the name: what was built is found again when the estate that it was built for never came about. */
const made = new WeakMap<Run['section'], Map<string, QueueManager>>();

/** All that decides what a queue manager looks like. */
interface Basis {
  readonly owned: OwnedRuns;
  readonly estateFile: EstateFile | undefined;
  readonly runs: readonly Run[];
  /** Name, reason, platform, version, host and variables in one text. */
  readonly traits: string;
  readonly platform: Platform;
  readonly isPlatformKnown: boolean;
  readonly version: string;
  readonly host: string | undefined;
  readonly inserts: Inserts;
}

const bases = new WeakMap<QueueManager, Basis>();

/** Whether nothing is another: then the basis need not be worked out. */
const isSameOwned = ({ owned, estateFile: file, runs }: Basis, now: OwnedRuns, estateFile: EstateFile | undefined) =>
  file === estateFile && owned.name === now.name && owned.reason === now.reason && isSameRuns(runs, now.runs);

const isSameBasis = (before: Basis | undefined, now: Basis): boolean =>
  before !== undefined && before.traits === now.traits && isSameRuns(before.runs, now.runs);

const isSameRuns = (before: readonly Run[], now: readonly Run[]): boolean =>
  before.length === now.length &&
  before.every(({ source, section }, index) => {
    const other = now[index];
    return source === other?.source && section === other.section;
  });

function basisOf(owned: OwnedRuns, estateFile: EstateFile | undefined): Basis {
  const key = owned.name.toUpperCase();
  const entry = estateFile?.queueManagers.find(({ name }) => name.toUpperCase() === key);
  const dump = owned.runs.map(({ section }) => section.slice.dump).find((header) => header !== undefined);
  const inserts = insertsOf(owned.name, entry, estateFile);
  const knownPlatform = platformOf(entry?.platform) ?? platformOfDump(dump);
  const platform = knownPlatform ?? 'multi';
  const isPlatformKnown = knownPlatform !== undefined;
  const version = entry?.mqVersion ?? versionOfDump(dump) ?? defaultVersion;
  const host = entry?.host;
  const traits = JSON.stringify([owned.name, owned.reason, platform, isPlatformKnown, version, host, [...inserts]]);
  return { owned, estateFile, runs: owned.runs, traits, platform, isPlatformKnown, version, host, inserts };
}

function insertsOf(name: string, entry: QueueManagerEntry | undefined, estateFile: EstateFile | undefined): Inserts {
  const cluster = estateFile?.uniformClusters.find(({ members }) =>
    members.some((member) => member.toUpperCase() === name.toUpperCase()),
  );
  const variables = Object.entries(entry?.variables ?? {}).map(([key, value]) => [key.toUpperCase(), value] as const);
  return new Map([...(cluster ? [['AUTOCL', cluster.name] as const] : []), ...variables, ['QMNAME', name] as const]);
}

/** How each queue manager came about: what stands before an edit need not run again. */
const executions = new WeakMap<QueueManager, Execution>();

function build(
  owned: OwnedRuns,
  basis: Basis,
  estateFile: EstateFile | undefined,
  before: Execution | undefined,
): QueueManager {
  const { name, reason, runs } = owned;
  const { platform, isPlatformKnown, version, host, inserts } = basis;
  const execution = execute(commandsOf(runs), { queueManager: name, platform, inserts }, before?.steps);
  const sources = [...new Set(runs.map(({ source }) => source))];
  const [firstStep] = execution.steps;
  const attributes = execution.attributes ?? untouched(owned, platform, firstStep?.ref, estateFile);
  const built: QueueManager = {
    name,
    platform,
    isPlatformKnown,
    version,
    host,
    sources,
    reason,
    attributes,
    objects: execution.objects,
    steps: execution.steps,
  };
  executions.set(built, execution);
  return built;
}

const commandsOf = (runs: readonly Run[]): readonly CommandRun[] =>
  runs.map(({ source, section: { commands } }) => ({ source, commands }));

/** The attributes of a queue manager that no ALTER QMGR changes; they stand where its first source begins. */
function untouched(
  { name, runs }: OwnedRuns,
  platform: Platform,
  first: CommandRef | undefined,
  estateFile: EstateFile | undefined,
): MqObject {
  const entry = estateFile?.queueManagers.find((one) => one.name.toUpperCase() === name.toUpperCase());
  const at = runs[0]
    ? { source: runs[0].source, span: { start: runs[0].section.span.start, end: runs[0].section.span.start } }
    : undefined;
  const nameAt = at ?? entry?.at ?? { source: estateFile?.source ?? '', span: { start: 0, end: 0 } };
  return makeObject(
    {
      type: 'QMGR',
      name,
      queueManager: name,
      channelType: undefined,
      nameAt,
      definedBy: first ?? { source: nameAt.source, command: noCommand },
      isDefined: true,
      nameIsOpen: false,
      platform,
    },
    [],
  );
}

const noCommand: CommandRef['command'] = {
  start: 0,
  end: 0,
  body: {
    raw: '',
    verb: undefined,
    verbName: undefined,
    object: undefined,
    objectName: undefined,
    parameters: [],
    problems: [],
  },
  leadingComments: [],
};

const platforms: Readonly<Record<string, Platform>> = {
  multiplatforms: 'multi',
  aix: 'unix',
  linux: 'unix',
  unix: 'unix',
  windows: 'win',
  ibmi: 'ibmi',
  nonstop: 'nsk',
  zos: 'zos',
};

const platformOf = (word: string | undefined): Platform | undefined => platforms[word?.toLowerCase() ?? ''];

function platformOfDump(dump: DumpHeader | undefined): Platform | undefined {
  if (dump?.tool === 'makedef' || dump?.tool === 'csqutil') return 'zos';
  const word = dump?.platform?.toUpperCase() ?? '';
  if (/^(MVS|Z\/?OS|OS\/?390)/.test(word)) return 'zos';
  if (/^(OS\/?400|IBM ?I)/.test(word)) return 'ibmi';
  if (/^WIN/.test(word)) return 'win';
  if (/^(NSK|NSS|TANDEM|NONSTOP)/.test(word)) return 'nsk';
  return /^(UNIX|AIX|LINUX)/.test(word) ? 'unix' : undefined;
}

/** 930 → `9.3`. */
function versionOfDump(dump: DumpHeader | undefined): string | undefined {
  const level = String(dump?.commandLevel ?? '');
  return /^\d{3,4}$/.test(level) ? `${level.slice(0, -2)}.${level.at(-2)}` : undefined;
}
