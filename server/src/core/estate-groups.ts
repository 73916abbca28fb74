import type { EstateFile } from './estate/estate-file.ts';
import { readEstateFile } from './estate/read-estate-file.ts';
import { buildEstate } from './model/build-estate.ts';
import type { Estate } from './model/model.ts';
import { rules } from './rules/index.ts';
import type { FileProblem, Finding } from './rules/rule.ts';
import { nearestEstateFile, sourceKind } from './source-kinds.ts';
import type { Document } from './syntax/tree.ts';
import type { SourceId } from './text/span.ts';

/** A source as it is held: MQSC is read at once, the two YAML files when they are needed. */
export interface Held {
  readonly text: string;
  readonly document: Document | undefined;
}

/** All sources that one estate file governs, or that none does, and what was made of them. */
export interface Group {
  readonly estate: Estate;
  readonly estateFile: EstateFile | undefined;
  readonly problems: readonly FileProblem[];
  findings: ReadonlyMap<SourceId, readonly Finding[]> | undefined;
}

/** The key of the group of sources that no estate file governs. */
export const ungoverned = '';

/** Puts each source into the group of its nearest estate file and makes the groups' estates; what an edit left alone is taken from `previous`. */
export function makeGroups(
  held: ReadonlyMap<SourceId, Held>,
  previous: ReadonlyMap<string, Group>,
): ReadonlyMap<string, Group> {
  const estateFiles = [...held.keys()].filter((source) => sourceKind(source) === 'estate-file');
  const documents = new Map<string, Document[]>(estateFiles.map((source) => [source, []]));
  for (const [source, { document }] of held) {
    if (!document || document.kind === 'none') continue;
    const key = nearestEstateFile(source, estateFiles) ?? ungoverned;
    const own = documents.get(key);
    if (own) own.push(document);
    else documents.set(key, [document]);
  }
  return new Map([...documents].map(([key, own]) => [key, makeGroup(key, own, held, previous.get(key))]));
}

function makeGroup(
  key: string,
  documents: readonly Document[],
  held: ReadonlyMap<SourceId, Held>,
  before: Group | undefined,
): Group {
  const read = key === ungoverned ? undefined : readEstateFile(key, held.get(key)?.text ?? '', { ruleNames });
  const { estate, problems } = buildEstate({ documents, estateFile: read?.estateFile, previous: before?.estate });
  return {
    estate,
    estateFile: read?.estateFile,
    problems: [...(read?.problems ?? []), ...problems],
    findings: undefined,
  };
}

export const ruleNames: ReadonlySet<string> = new Set(rules.map((rule) => rule.code));
export const emptyEstate: Estate = buildEstate({ documents: [] }).estate;
export const emptyGroup: Group = { estate: emptyEstate, estateFile: undefined, problems: [], findings: undefined };

/** The group with the most queue managers: what is meant when nobody says which. */
export const largest = (groups: Iterable<Group>): Group =>
  [...groups].reduce((a, b) => (b.estate.queueManagers.size > a.estate.queueManagers.size ? b : a), emptyGroup);
