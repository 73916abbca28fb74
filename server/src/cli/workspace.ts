import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ReportSources } from '#core/report/place.ts';
import { createService } from '#core/service.ts';
import type { Service } from '#core/service-types.ts';
import type { Command, Document } from '#core/syntax/tree.ts';

import { Misuse, type Terminal } from './command.ts';

/** The files of one run of the command line, read into a service. */
export interface Workspace {
  readonly service: Service;
  readonly sources: ReportSources;
  /** Only what lies below the paths that were asked for; the estate may hold more. */
  readonly isAsked: (source: string) => boolean;
}

/**
 * Reads all MQSC, estate and scenario files below the paths (the working directory without any), and the estate file
 * above them. `-` is standard input.
 * @throws {Misuse} when a path does not exist, or names a file that cannot be read.
 */
export function openWorkspace(paths: readonly string[], terminal: Terminal): Workspace {
  const service = createService();
  const asked = (paths.length > 0 ? paths : ['.']).flatMap((path) => filesAt(path, terminal));
  const files = [...new Set([...asked, ...estateFilesAbove(asked, terminal)])];
  const named = new Set(paths.map((path) => resolve(terminal.directory, path)));
  for (const file of files) {
    const text =
      file === standardInput
        ? terminal.readStandardInput()
        : readable(file, terminal, () => readFileSync(file, 'utf8'));
    if (text !== undefined) service.open(file, text);
    else if (named.has(file)) throw new Misuse(`${file} cannot be read`);
  }
  const askedSet = new Set(asked);
  return {
    service,
    sources: reportSources(service, terminal),
    isAsked: (source) => askedSet.has(source),
  };
}

/** How reports name and measure a service's sources. */
export function reportSources(service: Service, terminal: Terminal): ReportSources {
  return {
    nameOf: (source) =>
      isAbsolute(source) ? relative(terminal.directory, source).split(sep).join('/') || source : source,
    positionOf: (source, offset) => {
      const { line, character } = service.lines(source)?.positionAt(offset) ?? { line: 0, character: 0 };
      return { line: line + 1, column: character + 1 };
    },
    textAt: ({ source, span }) => service.lines(source)?.slice(span.start, span.end) ?? '',
    commandAt: (source, offset) => {
      const command = commandAt(service.estate(source).documents.get(source)?.slices ?? [], offset);
      const { raw = '', object, verb } = command?.body ?? {};
      return raw.slice(0, (object ?? verb)?.span.end ?? 0);
    },
    lineText: (source, line) => {
      const text = service.lines(source);
      if (!text) return '';
      const start = text.offsetAt({ line: line - 1, character: 0 });
      return text.slice(start, text.offsetAt({ line: line - 1, character: Number.POSITIVE_INFINITY }));
    },
  };
}

/** Commands stand in the order of the text; an estate can hold very many. */
function commandAt(slices: Document['slices'], offset: number): Command | undefined {
  const slice = slices.find(({ commands }) => (commands.at(-1)?.end ?? -1) >= offset);
  const commands = slice?.commands ?? [];
  let [low, high] = [0, commands.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((commands[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const command = commands[low];
  return command && command.start <= offset ? command : undefined;
}

export const standardInput = '<stdin>';

function filesAt(path: string, terminal: Terminal): readonly string[] {
  if (path === '-') return [standardInput];
  const full = resolve(terminal.directory, path);
  if (!existsSync(full)) throw new Misuse(`no such file or folder: ${path}`);
  return statSync(full).isDirectory() ? filesBelow(full, terminal) : [full];
}

function filesBelow(folder: string, terminal: Terminal): readonly string[] {
  const entries = readable(folder, terminal, () => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isLeftOut(entry.name) ? [] : filesBelow(path, terminal);
      return entry.isFile() && isOfInterest(entry.name) ? [path] : [];
    });
}

/** What reading gives; undefined, and told, where a file or folder may not be read or has gone since it was found. */
function readable<T>(path: string, terminal: Terminal, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    terminal.err(`mqsc: ${path} is left out, it cannot be read (${why})\n`);
    return undefined;
  }
}

/** Holds no one's own MQSC; the editor leaves the same out. A folder that is named on the command line is read all the same. */
const isLeftOut = (folder: string): boolean => folder.startsWith('.') || folder === 'node_modules';

const isOfInterest = (name: string): boolean =>
  /\.(mqsc|mqs|tst)$|\.mqsc\.(tpl|j2)$|\.mqsc[.-]template$|\.ya?ml(_template)?$/i.test(name);

/** An estate file governs what lies below it, so it is looked for upwards from each file. */
function estateFilesAbove(files: readonly string[], terminal: Terminal): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const file of files) {
    let folder = file === standardInput ? terminal.directory : dirname(file);
    while (!seen.has(folder)) {
      seen.add(folder);
      const candidate = join(folder, 'mqsc.yaml');
      if (existsSync(candidate)) found.add(candidate);
      if (dirname(folder) === folder) break;
      folder = dirname(folder);
    }
  }
  return [...found];
}
