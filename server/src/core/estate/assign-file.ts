import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { SourceId, TextEdit } from '#core/text/span.ts';
import { folderAndPath, matchPath } from './match-path.ts';

export interface FileToAssign {
  readonly estateFile: { readonly source: SourceId; readonly text: string };
  /** Lies in the folder of the estate file or below. */
  readonly file: SourceId;
  readonly queueManager: string;
}

export type FileAssigned =
  | {
      readonly kind: 'edits';
      readonly edits: readonly TextEdit[];
      /** Other entries whose globs take the file in as well: it stays with them, too. */
      readonly staysWith: readonly { readonly name: string; readonly glob: string }[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The edits of an `mqsc.yaml` that give a file to one queue manager and take its name from the lists of the others. All that
 * is not concerned stays as it is written: comments, order, quotes and layout.
 */
export function assignFile({ estateFile, file, queueManager }: FileToAssign): FileAssigned {
  const { source, text } = estateFile;
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  const refuse = (reason: string): FileAssigned => ({ kind: 'refused', reason });
  if (document.errors.length > 0) return refuse('The estate file is no valid YAML; mend it first.');
  const { contents } = document;
  const path = pathFrom(source, file);
  if (path === undefined) return refuse('The file does not lie below the folder of the estate file.');
  if (contents !== null && !isMap(contents))
    return refuse('The estate file is no mapping that begins with `version: 1`.');
  const all = contents === null ? undefined : pairOf(contents, 'queueManagers');
  const entries = isMap(all?.value) ? all.value.items : [];
  const others = entries.filter((pair) => !isNamed(pair, queueManager));
  const own = entries.find((pair) => isNamed(pair, queueManager));
  const added = lists(own, path) ? [] : [addFile({ text, contents, all, own }, queueManager, path)];
  if (added.includes(undefined))
    return refuse(`The entry of ${queueManager} in the estate file is not of the usual form.`);
  const edits = [...added, ...others.map((pair) => removeFile(text, pair, path))].filter((edit) => edit !== undefined);
  const staysWith = others.flatMap((pair) =>
    filesOf(pair)
      .filter((glob) => !isSamePath(glob, path) && matchPath(glob, source, file))
      .map((glob) => ({ name: textOf(pair.key), glob })),
  );
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    kind: 'edits',
    edits: edits.map(({ span, newText }) => ({ source, span, newText: newText.replaceAll('\n', lineBreak) })),
    staysWith,
  };
}

/** The first `mqsc.yaml` of a folder. */
export function firstEstateFile(files: ReadonlyMap<string, readonly string[]>): string {
  const entries = [...files].map(([name, own]) => `  ${entryText(name, own)}\n`);
  return [
    '# Which files belong to which queue manager, in the order in which they are run.\n',
    'version: 1\n',
    'queueManagers:\n',
    ...entries,
  ].join('');
}

/** From the folder of the estate file to the file; undefined when it lies elsewhere. */
export function pathFrom(estateFile: SourceId, file: SourceId): string | undefined {
  const { folder } = folderAndPath(estateFile);
  const { path } = folderAndPath(file);
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}

interface Parts {
  readonly text: string;
  readonly contents: YAMLMap | null;
  readonly all: Pair | undefined;
  readonly own: Pair | undefined;
}

type Edit = Omit<TextEdit, 'source'>;

/** Undefined when the text has a form that this cannot extend. */
function addFile({ text, contents, all, own }: Parts, name: string, path: string): Edit | undefined {
  const entry = entryText(name, [path]);
  if (contents === null) return append(text, `version: 1\nqueueManagers:\n  ${entry}\n`);
  if (!all) return contents.flow ? undefined : append(text, `queueManagers:\n  ${entry}\n`);
  if (!own) return isMap(all.value) ? insertPair(text, all.value, entry) : fillPair(text, all, `\n  ${entry}`);
  if (!isMap(own.value)) return fillPair(text, own, ` { files: [${plain(path)}] }`);
  const files = pairOf(own.value, 'files');
  if (!files) return insertPair(text, own.value, `files: [${plain(path)}]`);
  return isSeq(files.value) ? insertItem(text, files.value, path) : fillPair(text, files, ` [${plain(path)}]`);
}

/** After the last pair of a mapping. */
function insertPair(text: string, map: YAMLMap, pair: string): Edit | undefined {
  const last = map.items.at(-1);
  if (map.flow) {
    const start = last ? endOf(last) : (map.range?.[0] ?? 0) + 1;
    return insert(start, last ? `, ${pair}` : ` ${pair} `);
  }
  const first = map.items[0];
  if (!first || !last) return undefined;
  return insert(lineEnd(text, endOf(last)), `\n${' '.repeat(columnOf(text, startOf(first)))}${pair}`);
}

/** After the last element of a list. */
function insertItem(text: string, list: YAMLSeq, path: string): Edit | undefined {
  const last = list.items.at(-1);
  if (list.flow) {
    const start = last === undefined ? (list.range?.[0] ?? 0) + 1 : endOf(last);
    return insert(start, last === undefined ? plain(path) : `, ${plain(path)}`);
  }
  const dash = list.range?.[0] ?? 0;
  return insert(lineEnd(text, endOf(last)), `\n${' '.repeat(columnOf(text, dash))}- ${plain(path)}`);
}

/** A value for a key that has none; undefined when it has another than was looked for. */
function fillPair(text: string, pair: Pair, value: string): Edit | undefined {
  if (!isScalar(pair.value) || pair.value.value !== null || textOf(pair.value) !== '') return undefined;
  const colon = text.indexOf(':', endOf(pair.key));
  return colon < 0 ? undefined : insert(colon + 1, value);
}

function removeFile(text: string, entry: Pair, path: string): Edit | undefined {
  const files = isMap(entry.value) ? pairOf(entry.value, 'files') : undefined;
  if (!files || !isSeq(files.value)) return undefined;
  const { items, flow, range } = files.value;
  const index = items.findIndex((item) => isSamePath(textOf(item), path));
  const item = items[index];
  if (item === undefined) return undefined;
  const cut = (start: number, end: number): Edit => ({ span: { start, end }, newText: '' });
  if (flow) {
    const [before, after] = [items[index - 1], items[index + 1]];
    if (after !== undefined) return cut(startOf(item), startOf(after));
    return before === undefined ? cut(startOf(item), endOf(item)) : cut(endOf(before), endOf(item));
  }
  // A list without elements must be written as one; a list that keeps some loses a line.
  if (items.length > 1) return cut(lineStart(text, startOf(item)) - 1, lineEnd(text, endOf(item)));
  const colon = text.indexOf(':', endOf(files.key));
  return { span: { start: colon + 1, end: Math.max(range?.[0] ?? 0, endOf(item)) }, newText: ' []' };
}

const insert = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });

const append = (text: string, lines: string): Edit =>
  insert(text.length, `${text === '' || text.endsWith('\n') ? '' : '\n'}${lines}`);

const entryText = (name: string, files: readonly string[]): string =>
  `${plain(name)}: { files: [${files.map(plain).join(', ')}] }`;

/** Quoted where YAML would read something else than this text, also inside of brackets. */
const plain = (text: string): string =>
  /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);

const pairOf = (map: YAMLMap, key: string): Pair | undefined => map.items.find((pair) => textOf(pair.key) === key);

const isNamed = (pair: Pair, name: string): boolean => textOf(pair.key).toUpperCase() === name.toUpperCase();

const filesOf = (entry: Pair): readonly string[] => {
  const files = isMap(entry.value) ? pairOf(entry.value, 'files')?.value : undefined;
  return isSeq(files) ? files.items.map(textOf) : [];
};

const lists = (entry: Pair | undefined, path: string): boolean =>
  entry !== undefined && filesOf(entry).some((file) => isSamePath(file, path));

const isSamePath = (written: string, path: string): boolean => written.replace(/^\.\//, '') === path;

const textOf = (node: unknown): string => (isScalar(node) ? String(node.value ?? '') : '');

function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? 0) : 0;
}

/** The end of what is written: a block's own range goes on over the lines below it. */
function endOf(node: unknown): number {
  if (isPair(node)) return Math.max(endOf(node.key), endOf(node.value));
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[1] ?? 0) : 0;
}

const isPair = (node: unknown): node is Pair => typeof node === 'object' && node !== null && 'key' in node;

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}

const columnOf = (text: string, at: number): number => at - lineStart(text, at);
