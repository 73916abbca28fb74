import { estateNames } from '#core/estate/estate-names.ts';
import type { YamlName, YamlNameKind } from '#core/estate/yaml-names.ts';
import type { Estate, QueueManager } from '#core/model/model.ts';
import { readCommand } from '#core/scenario/read-command.ts';
import { definitionsOf, scenarioNames } from '#core/scenario/scenario-names.ts';
import { type CommandBody, commandsOf, type Document } from '#core/syntax/tree.ts';
import type { SourceId, Span } from '#core/text/span.ts';
import { commandAt } from '../cursor.ts';
import { namesIn, namesInCommand } from './command-names.ts';
import type { Meaning, NameUse } from './name-use.ts';

/** The texts in which one name means one thing: the files of an estate, or a scenario that stands on its own. */
export interface NameScope {
  readonly estate: Estate;
  readonly estateFile: YamlText | undefined;
  /** Those that run this estate. */
  readonly scenarios: readonly YamlText[];
}

export interface YamlText {
  readonly source: SourceId;
  readonly text: string;
}

/** Every use of a name in the scope, whatever its case, file by file in the order of the text. */
export function usesCalled(name: string, scope: NameScope): readonly NameUse[] {
  const { estate, estateFile, scenarios } = scope;
  const own = new Set(scenarios.map(({ source }) => source));
  const documents = [...estate.documents.values()].filter(({ source }) => !own.has(source));
  const upper = name.toUpperCase();
  return [
    ...(estateFile ? namesOfEstateFile(estateFile, estate) : []),
    ...documents.flatMap((document) => [
      ...[...commandsOf(document)]
        .filter(({ body }) => mentions(body, upper))
        .flatMap((command) => namesIn(command, document.source, estate, upper)),
      ...statedOwners(document),
    ]),
    ...scenarios.flatMap((scenario) => namesOfScenario(scenario, estate)),
  ]
    .filter((use) => use.name.toUpperCase() === upper)
    .sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.span.start - b.span.start));
}

/** The name that the offset touches. */
export function nameAt(scope: NameScope, source: SourceId, offset: number): NameUse | undefined {
  const isHere = ({ span }: NameUse) => span.start <= offset && offset <= span.end;
  if (source === scope.estateFile?.source) return namesOfEstateFile(scope.estateFile, scope.estate).find(isHere);
  const scenario = scope.scenarios.find((one) => one.source === source);
  if (scenario) return namesOfScenario(scenario, scope.estate).find(isHere);
  const document = scope.estate.documents.get(source);
  const command = document && commandAt(document, offset);
  if (!document) return undefined;
  return [...(command ? namesIn(command, source, scope.estate) : []), ...statedOwners(document)].find(isHere);
}

const namesOfEstateFile = (file: YamlText, estate: Estate): readonly NameUse[] =>
  usesOf(estateNames(file.text), file, estate);

/** Most commands of a large dump name other things: a look at their values spares the rest. */
const mentions = ({ parameters }: CommandBody, upper: string): boolean =>
  parameters.some(({ value }) =>
    value?.items.some(({ text }) => text.length >= upper.length && text.trimEnd().toUpperCase() === upper),
  );

/** What a scenario defines itself comes from its own queue managers, which the estate may know under the same names. */
function namesOfScenario(scenario: YamlText, estate: Estate): readonly NameUse[] {
  const { source, text } = scenario;
  const { slices } = definitionsOf(source, text);
  const names = scenarioNames(text);
  return [
    ...usesOf(names, scenario, estate),
    ...slices.flatMap(({ commands, ownerHint }) =>
      commands.flatMap((command) => namesInCommand(command, source, ownersNamed(ownerHint, estate))),
    ),
    ...names.filter(({ kind }) => kind === 'mqsc').flatMap((line) => namesInLine(line, scenario, estate)),
  ];
}

/** One command in a value of its own, when no escapes of YAML's move its characters. */
function namesInLine(line: YamlName, { source, text }: YamlText, estate: Estate): readonly NameUse[] {
  const { start, end } = line.span;
  const body = text.slice(start, end) === line.name ? readCommand(line.name) : undefined;
  const first = body && text.indexOf(body.raw, start);
  if (!body || first === undefined || first < 0) return [];
  const names = namesInCommand({ start: first, end, body, leadingComments: [] }, source, ownersNamed(line.at, estate));
  // A single quote would end a value that YAML has in single quotes.
  return text[start - 1] === "'" ? names.map((use) => ({ ...use, form: 'bare' })) : names;
}

const ownersNamed = (name: string | undefined, estate: Estate): readonly QueueManager[] => {
  const found = estate.queueManagers.get(name?.toUpperCase() ?? '');
  return found ? [found] : [];
};

function usesOf(names: readonly YamlName[], { source }: YamlText, estate: Estate): readonly NameUse[] {
  return names.flatMap(({ kind, name, span, form, at, isDeclaration }) => {
    const means = meanings[kind];
    if (!means || (means.kind === 'queue-manager' && !isDeclaration && !estate.queueManagers.has(name.toUpperCase())))
      return [];
    return [
      {
        ...{ source, name, span, means, isOwnName: isDeclaration },
        form: form === 'part' ? 'path-step' : form === 'quoted' ? 'yaml-quoted' : 'yaml-plain',
        lookedUpOn: at === undefined ? undefined : [at.toUpperCase()],
      } as const,
    ];
  });
}

const meanings: Readonly<Partial<Record<YamlNameKind, Meaning>>> = {
  'queue-manager': { kind: 'queue-manager' },
  cluster: { kind: 'cluster' },
  queue: { kind: 'object', spaces: ['queue'] },
  channel: { kind: 'object', spaces: ['channel'] },
  'cf-structure': { kind: 'object', spaces: ['cfstruct'] },
};

/** `* @qmgr NAME` comments and the header of a dump. */
function statedOwners({ source, text, slices }: Document): readonly NameUse[] {
  const use = (name: string, span: Span): NameUse => ({
    ...{ source, name, span, form: 'bare', isOwnName: true, lookedUpOn: undefined },
    means: { kind: 'queue-manager' },
  });
  return slices.flatMap(({ dump, comments, span }) => {
    const header = dump?.queueManager && dump.queueManagerSpan ? [use(dump.queueManager, dump.queueManagerSpan)] : [];
    if (!/@qmgr/i.test(text.slice(span.start, span.end))) return header;
    const said = comments.flatMap((comment) => {
      const match = /^(\s*\*+\s*@qmgr[\s:]+['"]?)([^\s'"]+)/i.exec(text.slice(comment.start, comment.end));
      const [, before = '', name = ''] = match ?? [];
      const start = comment.start + before.length;
      return name === '' ? [] : [use(name, { start, end: start + name.length })];
    });
    return [...header, ...said];
  });
}
