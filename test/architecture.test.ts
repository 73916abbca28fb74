import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom: the table of docs/architecture.md. A layer may always import from itself. `types` may be imported
 * by `import type` only; `except` names single files that a layer may not import although their layer is allowed.
 */
interface Layer {
  readonly folder: string;
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

const core = 'server/src/core';
const layers: readonly Layer[] = [
  { folder: `${core}/text`, values: [] },
  { folder: `${core}/facts`, values: [`${core}/text`] },
  { folder: `${core}/syntax`, values: [`${core}/text`, `${core}/facts`, 'chevrotain'] },
  { folder: `${core}/sources`, values: [`${core}/text`, `${core}/facts`, `${core}/syntax`, 'yaml'] },
  { folder: `${core}/estate`, values: [`${core}/text`, `${core}/facts`, 'yaml'], types: [`${core}/rules/rule.ts`] },
  {
    folder: `${core}/model`,
    values: [`${core}/text`, `${core}/facts`, `${core}/syntax`, `${core}/sources`, `${core}/estate`],
  },
  { folder: `${core}/rules`, values: [`${core}/text`, `${core}/facts`, `${core}/syntax`, `${core}/model`] },
  {
    folder: `${core}/assists`,
    values: [`${core}/text`, `${core}/facts`, `${core}/syntax`, `${core}/model`],
    types: [`${core}/rules/rule.ts`, `${core}/ide/answers.ts`],
  },
  {
    folder: `${core}/ide`,
    values: ['text', 'facts', 'syntax', 'sources', 'estate', 'model', 'rules', 'assists', 'scenario'].map(
      (l) => `${core}/${l}`,
    ),
  },
  {
    folder: `${core}/scenario`,
    values: ['text', 'facts', 'syntax', 'sources', 'estate', 'model'].map((l) => `${core}/${l}`).concat('yaml'),
    types: [`${core}/rules/rule.ts`],
  },
  {
    folder: `${core}/sim`,
    values: [`${core}/text`, `${core}/facts`, `${core}/model`],
    types: [`${core}/syntax`, `${core}/scenario`],
  },
  {
    folder: `${core}/campaign`,
    values: [`${core}/text`, `${core}/facts`, `${core}/sim`],
    types: [`${core}/syntax`, `${core}/scenario`],
  },
  {
    folder: `${core}/report`,
    values: [`${core}/text`, `${core}/facts`, `${core}/model`, `${core}/campaign`],
    types: [`${core}/rules`, `${core}/sim`, `${core}/service-types.ts`],
  },
  { folder: core, values: [core] },
  { folder: 'server/src/protocol', values: [], types: [core] },
  {
    folder: 'server/src/lsp',
    values: [
      `${core}/service.ts`,
      `${core}/ide/token-names.ts`,
      'server/src/protocol',
      'vscode-languageserver',
      'vscode-languageserver-textdocument',
      'node:',
    ],
    types: [core],
  },
  {
    folder: 'server/src/cli',
    values: [
      `${core}/service.ts`,
      `${core}/campaign`,
      `${core}/report`,
      `${core}/text`,
      'server/src/lsp/main-node.ts',
      'package.json',
      'node:',
    ],
    types: [core],
  },
  { folder: 'client/src', values: ['server/src/protocol', 'vscode', 'vscode-languageclient'], types: [core] },
  {
    folder: 'client/webview',
    values: [`${core}/sim`, `${core}/campaign`, `${core}/text`, 'preact', 'd3-selection', 'd3-zoom'],
    types: [core, 'server/src/protocol'],
  },
];

/** Single doors that the table closes although their layer is open. */
const closed: readonly {
  readonly folder: string;
  readonly target: string;
  readonly but: RegExp;
  readonly why: string;
}[] = [
  {
    folder: `${core}/rules`,
    target: `${core}/rules`,
    but: /^(rule|index|run-rules|suppression|settings|docs)\.ts$|^(?:parts|run)\//,
    why: 'a rule imports another rule',
  },
];

/** The only files with a class in them. */
const classes: Readonly<Record<string, string>> = {
  [`${core}/syntax/parser.ts`]: 'chevrotain makes parsers of classes',
  [`${core}/syntax/plain-body.ts`]:
    'a literal with getters for each of a hundred thousand commands takes twice the time',
  [`${core}/model/make-object.ts`]:
    'a literal with a getter for each object of a queue manager, made at each edit, takes ten times the memory',
  'server/src/cli/command.ts': 'an error that tells misuse from failure',
};

const root = path.resolve(import.meta.dirname, '..');
const files = ['server/src', 'client/src', 'client/webview'].flatMap(sourceFiles);

describe('imports', () => {
  test.each(layers.map((layer) => [layer.folder, layer] as const))('%s', (_, layer) => {
    const broken = files
      .filter((file) => layerOf(file) === layer)
      .flatMap((file) =>
        importsOf(file)
          .filter((found) => !isAllowed(layer, found))
          .map((found) => `${file}: ${found.text}`),
      );
    expect(broken).toEqual([]);
  });

  test('every source file belongs to a layer', () => {
    expect(files.filter((file) => layerOf(file) === undefined)).toEqual([]);
  });

  test.each(closed.map((door) => [door.why, door] as const))('never: %s', (_, door) => {
    const broken = files
      .filter((file) => file.startsWith(`${door.folder}/`) && !door.but.test(file.slice(door.folder.length + 1)))
      .flatMap((file) => importsOf(file).map((found) => ({ file, found })))
      .filter(({ found }) => isUnder(found.target, door.target) && !found.isType)
      .filter(({ found }) => !door.but.test(found.target.slice(door.target.length + 1)))
      .map(({ file, found }) => `${file}: ${found.text}`);
    expect(broken).toEqual([]);
  });
});

describe('the core is pure', () => {
  const coreFiles = files.filter((file) => file.startsWith(`${core}/`));

  test.each([
    ['a clock', /\bDate\.now\b|\bnew Date\b|\bperformance\b\s*\./],
    ['chance', /\bMath\.random\b|\bcrypto\s*\./],
    ['a timer', /\bset(Timeout|Interval|Immediate)\s*\(/],
    ['a console', /\bconsole\s*\./],
    ['process of Node', /\bprocess\.(argv|cwd|env|exit|platform|std(in|out|err))\b/],
  ])('uses no %s', (_, forbidden) => {
    const broken = coreFiles.filter((file) => forbidden.test(withoutComments(read(file))));
    expect(broken).toEqual([]);
  });
});

describe('sizes and names', () => {
  const own = [...files, ...['client/build', 'scripts', 'test'].flatMap(sourceFiles)];
  const written = own.filter((file) => !/\/(data|generated)\//.test(file));
  const lengths = written.map((file) => ({ file, lines: read(file).split('\n').length - 1 }));

  test('no file is longer than 600 lines', () => {
    expect(lengths.filter(({ lines }) => lines > 600)).toEqual([]);
  });

  test('the median file has at most 120 lines', () => {
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(120);
  });

  test('there are no classes but where a reason stands beside their name', () => {
    const withClass = files.filter((file) => /^\s*(?:export )?(?:abstract )?class\s/m.test(read(file)));
    expect(withClass.sort()).toEqual(Object.keys(classes).sort());
  });

  test('names are in kebab-case, without Manager, Helper or Util', () => {
    const names = written.map((file) => path.basename(file));
    expect(names.filter((name) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(name))).toEqual([]);
    expect(names.filter((name) => /\b(helper|util|utils)s?\b/.test(name))).toEqual([]);
    const classes = written.flatMap((file) => [...read(file).matchAll(/\bclass (\w*(?:Manager|Helper|Util)\w*)/g)]);
    expect(classes.map(([text]) => text)).toEqual([]);
  });
});

interface Import {
  readonly text: string;
  /** A path from the root for our own files, the module's name for others. */
  readonly target: string;
  readonly isType: boolean;
}

function importsOf(file: string): Import[] {
  const statements = withoutComments(read(file)).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...statements].map(([text, type, module, dynamic]) => ({
    text: text.trim(),
    target: resolve(file, module ?? dynamic ?? ''),
    isType: type !== undefined || onlyTypes(text),
  }));
}

/** `import { type A, type B } from …` */
function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/
    .exec(statement)?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '');
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}

function resolve(file: string, module: string): string {
  if (module.startsWith('#core/')) return `${core}/${module.slice('#core/'.length)}`;
  if (module.startsWith('#protocol/')) return `server/src/protocol/${module.slice('#protocol/'.length)}`;
  if (module.startsWith('.')) return path.posix.join(path.posix.dirname(file), module);
  return module;
}

function isAllowed(layer: Layer, found: Import): boolean {
  if (isUnder(found.target, layer.folder) && (layer.folder === core || layerOf(found.target) === layer)) return true;
  const doors = found.isType ? [...layer.values, ...(layer.types ?? [])] : layer.values;
  return doors.some((door) => isUnder(found.target, door));
}

function isUnder(target: string, door: string): boolean {
  return target === door || target.startsWith(door.endsWith(':') ? door : `${door}/`);
}

/** The innermost folder of the table that holds the file. */
function layerOf(file: string): Layer | undefined {
  return layers.find((layer) => file.startsWith(`${layer.folder}/`));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');
}
