import type { EstateFile } from '#core/estate/estate-file.ts';
import { type NamePlace, type YamlName, yamlNames } from '#core/estate/yaml-names.ts';
import { buildEstate } from '#core/model/build-estate.ts';
import type { Estate } from '#core/model/model.ts';
import { readDocument } from '#core/sources/read-document.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import { estateOf } from './read-scenario.ts';

/** Every name in a scenario outside of its MQSC that stands for something of MQ's or a file. */
export const scenarioNames = (text: string): readonly YamlName[] => [
  ...yamlNames(text, places),
  ...yamlNames(text, [{ path: 'expect/*', kind: 'mqsc' }]).flatMap((line) => expectedNames(text, line)),
];

/** The MQSC in a scenario's `definitions`, each block with the name of the queue manager that runs it. */
export function definitionsOf(source: SourceId, text: string): Document {
  const document = readDocument(source, text);
  const keys = yamlNames(text, [{ path: 'definitions/*/key', kind: 'queue-manager' }]);
  const slices = document.slices.flatMap((slice) => {
    const key = keys.findLast(({ span }) => span.end <= slice.span.start);
    return key && slice.label?.startsWith('definitions ') ? [{ ...slice, ownerHint: key.name }] : [];
  });
  return { ...document, slices };
}

/** The estate of a scenario that stands on its own, places and all; undefined for one that runs files of an estate. */
export function ownEstate(source: SourceId, text: string): Estate | undefined {
  if (estateOf(text).kind !== 'none') return undefined;
  const names = scenarioNames(text);
  const declared = names.filter(({ isDeclaration }) => isDeclaration);
  const entryOf = ({ name, span }: YamlName) => ({ name, at: { source, span }, files: [] });
  const estateFile: EstateFile = {
    ...{ source, queueSharingGroups: new Map(), consumers: [], ordering: [], rules: {}, ignore: [] },
    queueManagers: declared
      .filter(({ kind }) => kind === 'queue-manager')
      .map((name) => ({ ...entryOf(name), platform: undefined, mqVersion: undefined, host: undefined, variables: {} })),
    uniformClusters: declared
      .filter(({ kind }) => kind === 'cluster')
      .map((name) => ({ ...entryOf(name), members: membersOf(name.name, text), fullRepositories: [] })),
  };
  return buildEstate({ documents: [definitionsOf(source, text)], estateFile }).estate;
}

const membersOf = (cluster: string, text: string): readonly string[] =>
  yamlNames(text, [{ path: `clusters/${cluster}/members/*`, kind: 'queue-manager' }]).map(({ name }) => name);

/** `queues.QM2.Q3.depth`, `channels.QM1["CL.QM2"].state`: the last step of the dotted form is the field. */
function expectedNames(text: string, line: YamlName): readonly YamlName[] {
  const written = text.slice(line.span.start, line.span.end);
  return [...written.matchAll(expectedPath)].flatMap((match) => {
    const [, list = '', at = '', dotted, bracketed] = match;
    const name = bracketed ?? dotted ?? '';
    const start = line.span.start + match.index;
    const [atStart, nameStart] = [start + list.length + 1, start + match[0].lastIndexOf(name)];
    const part = { form: 'part', isDeclaration: false } as const;
    const form = bracketed === undefined ? 'part' : 'quoted';
    return [
      { ...part, kind: 'queue-manager', name: at, span: { start: atStart, end: atStart + at.length }, at: undefined },
      {
        ...{ ...part, form },
        kind: list === 'queues' ? 'queue' : 'channel',
        name,
        span: { start: nameStart, end: nameStart + name.length },
        at,
      },
    ] as const;
  });
}

const expectedPath =
  /\b(queues|channels)\.([A-Za-z0-9_%]+)(?:\.([A-Za-z0-9_%.]+)(?=\.[A-Za-z]+\b)|\[\\?["']([^"'\\]+)\\?["']\])/g;

const places: readonly NamePlace[] = [
  { path: 'estate', kind: 'file' },
  { path: 'definitions/*/key', kind: 'queue-manager', isDeclaration: true },
  { path: 'clusters/*/key', kind: 'cluster', isDeclaration: true },
  { path: 'clusters/*/members/*', kind: 'queue-manager', isDeclaration: true },
  { path: 'clusters/*/fullRepositories/*', kind: 'queue-manager' },
  { path: 'hosts/*/*', kind: 'queue-manager' },
  { path: 'takeover/*/key', kind: 'queue-manager' },
  { path: 'uniformClusters/*/key', kind: 'cluster' },
  { path: 'uniformClusters/*/members/*', kind: 'queue-manager' },
  { path: 'queueSharingGroups/*/members/*', kind: 'queue-manager' },
  { path: 'queueSharingGroups/*/structures/*', kind: 'cf-structure' },
  { path: 'network/links/*/between/*', kind: 'queue-manager' },
  { path: 'applications/*/queueManager', kind: 'queue-manager' },
  { path: 'applications/*/queue', kind: 'queue', beside: 'queueManager' },
  { path: 'applications/*/objectQueueManager', kind: 'queue-manager' },
  { path: 'ordering/*/queue', kind: 'queue' },
  { path: 'ordering/*/queues/*', kind: 'queue' },
  { path: 'ordering/*/rule', kind: 'rule' },
  { path: 'monitors/*/queueManager', kind: 'queue-manager' },
  { path: 'monitors/*/queue', kind: 'queue', beside: 'queueManager' },
  { path: 'events/*/queueManager', kind: 'queue-manager' },
  { path: 'events/*/queue', kind: 'queue', beside: 'queueManager' },
  { path: 'events/*/from', kind: 'queue-manager' },
  { path: 'events/*/to', kind: 'queue-manager' },
  { path: 'events/*/structure', kind: 'cf-structure' },
  { path: 'events/*/when/channel', kind: 'channel', beside: 'from' },
  { path: 'events/*/when/from', kind: 'queue-manager' },
  { path: 'events/*/command', kind: 'mqsc', beside: 'queueManager' },
];
