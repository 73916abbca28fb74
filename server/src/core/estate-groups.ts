import type { EstateFile } from './estate/estate-file.ts';
import { readEstateFile } from './estate/read-estate-file.ts';
import type { Held } from './held.ts';
import { buildEstate, buildInSteps } from './model/build-estate.ts';
import type { Estate } from './model/model.ts';
import { rules } from './rules/index.ts';
import type { FileProblem, Finding } from './rules/rule.ts';
import { nearestEstateFile, sourceKind } from './source-kinds.ts';
import type { Document } from './syntax/tree.ts';
import type { SourceId } from './text/span.ts';
import { type Steps, toTheEnd, within } from './text/steps.ts';

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
export function* makeGroups(
  held: ReadonlyMap<SourceId, Held>,
  previous: ReadonlyMap<string, Group>,
): Steps<ReadonlyMap<string, Group>> {
  const estateFiles = [...held.keys()].filter((source) => sourceKind(source) === 'estate-file');
  const documents = new Map<string, Document[]>(estateFiles.map((source) => [source, []]));
  for (const [source, { document }] of held) {
    if (!document || document.kind === 'none') continue;
    const key = nearestEstateFile(source, estateFiles) ?? ungoverned;
    const own = documents.get(key);
    if (own) own.push(document);
    else documents.set(key, [document]);
  }
  const groups = new Map<string, Group>();
  for (const [key, own] of documents) {
    const share = groups.size / documents.size;
    const made = makeGroup(key, own, held.get(key), previous.get(key));
    groups.set(key, yield* within(share, share + 1 / documents.size, made));
  }
  return groups;
}

function* makeGroup(
  key: string,
  documents: readonly Document[],
  file: Held | undefined,
  before: Group | undefined,
): Steps<Group> {
  const read = key === ungoverned ? undefined : readOnce(key, file);
  const { estate, problems } = yield* buildInSteps({
    documents,
    estateFile: read?.estateFile,
    previous: before?.estate,
  });
  return {
    estate,
    estateFile: read?.estateFile,
    problems: [...(read?.problems ?? []), ...problems],
    findings: undefined,
  };
}

/** A source as if it were all that its estate file governs: what can be said of it while the others are not worked out yet. */
export const groupOfOne = (key: string, document: Document, held: ReadonlyMap<SourceId, Held>): Group =>
  toTheEnd(makeGroup(key, [document], held.get(key), undefined));

/** The file is read again only when its text is another: then what rests on it is worked out again as well. */
function readOnce(source: SourceId, file: Held | undefined) {
  const known = file && readings.get(file);
  if (known) return known;
  const read = readEstateFile(source, file?.text.whole() ?? '', { ruleNames });
  if (file) readings.set(file, read);
  return read;
}

const readings = new WeakMap<Held, ReturnType<typeof readEstateFile>>();

/** Whether working out the estate of all sources for the first time takes longer than somebody should wait for a hover. */
export function isLarge(held: Iterable<Held>): boolean {
  let characters = 0;
  for (const { text } of held) characters += text.length;
  return characters > 4_000_000;
}

export const ruleNames: ReadonlySet<string> = new Set(rules.map((rule) => rule.code));
export const emptyEstate: Estate = buildEstate({ documents: [] }).estate;
export const emptyGroup: Group = { estate: emptyEstate, estateFile: undefined, problems: [], findings: undefined };

/** The group with the most queue managers: what is meant when nobody says which. */
export const largest = (groups: Iterable<Group>): Group =>
  [...groups].reduce((a, b) => (b.estate.queueManagers.size > a.estate.queueManagers.size ? b : a), emptyGroup);
