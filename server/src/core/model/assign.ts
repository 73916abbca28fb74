import type { EstateFile } from '#core/estate/estate-file.ts';
import { type Command, type Document, parameterOf, textOf } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import { isTold, type LearnedNames, learnNames, type NameSources, spelling, statedName } from './known-names.ts';
import { type Listed, type ListedOwner, listOwners, unlisted } from './listed-owners.ts';
import type { Assignment } from './model.ts';
import { type KnownNames, nameFromFile, nameFromFolder, nameFromResource } from './owner-names.ts';
import { type Section, sectionsOf } from './sections.ts';

export interface AssignInput extends NameSources {
  /** The answer for the estate before the edit: what rests on the same texts and names is taken from it. */
  readonly previous?: AssignedEstate['assignments'] | undefined;
}

export interface AssignedEstate {
  readonly assignments: ReadonlyMap<SourceId, readonly Assignment[]>;
  /** What each queue manager runs, in order, by upper-case name. */
  readonly runs: ReadonlyMap<string, OwnedRuns>;
}

export interface OwnedRuns {
  readonly name: string;
  readonly reason: string;
  readonly runs: readonly Run[];
}

export interface Run {
  readonly source: SourceId;
  readonly section: Section;
}

/**
 * Gives each section of each document to the queue managers that run it. The estate file says so, else the text itself,
 * else the names of channels, file and folder; the reason is kept for people.
 */
export function assign({ documents, estateFile, owners, previous }: AssignInput): AssignedEstate {
  const sorted = documents.toSorted((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  const before = previous && bases.get(previous);
  const names = learnNames({ documents: sorted, estateFile, owners }, before?.names);
  const listed = listOwners(sorted, estateFile);
  const basis: Basis = { names, listed, owners, documents: new Map() };
  const isSameBefore = before?.names === names && before.listed === listed;
  const assignments = new Map<SourceId, readonly Assignment[]>();
  const found: OwnedRun[] = [];
  for (const document of sorted) {
    const { source } = document;
    const isKnown = isSameBefore && before.owners.get(source) === owners.get(source);
    const own = (isKnown && before.documents.get(document)) || assignDocument(document, basis);
    basis.documents.set(document, own);
    assignments.set(source, own.assignments);
    for (const one of own.runs) found.push(one);
  }
  bases.set(assignments, basis);
  return { assignments, runs: collectRuns(found, estateFile) };
}

/** What an answer rests on. */
interface Basis {
  readonly names: LearnedNames;
  readonly listed: Listed;
  readonly owners: NameSources['owners'];
  readonly documents: Map<Document, AssignedDocument>;
}

const bases = new WeakMap<AssignedEstate['assignments'], Basis>();

interface AssignedDocument {
  readonly assignments: readonly Assignment[];
  readonly runs: readonly OwnedRun[];
}

interface OwnedRun {
  readonly owner: ListedOwner;
  readonly run: Run;
}

function assignDocument(document: Document, basis: Basis): AssignedDocument {
  const { source } = document;
  const runs: OwnedRun[] = [];
  const assignments = sectionsOf(document).map((section) => {
    const owned = ownersOf(document, section, basis);
    for (const owner of owned) runs.push({ owner, run: { source, section } });
    return {
      span: section.span,
      queueManagers: owned.map((owner) => owner.name.toUpperCase()),
      reason: owned[0]?.reason ?? 'nothing tells which queue manager it belongs to',
    };
  });
  return { assignments, runs };
}

function ownersOf(
  document: Document,
  section: Section,
  { listed, names: { known }, owners }: Basis,
): readonly ListedOwner[] {
  const told = owners.get(document.source);
  if (told !== undefined) return [{ name: spelling(told, known), reason: 'assigned by the user', rank: unlisted }];
  const fromFile = listed.get(document.source) ?? [];
  const { qmgrComment } = section;
  // A section of a file that several queue managers share can belong to one of them alone.
  const own = fromFile.filter((owner) => owner.name.toUpperCase() === qmgrComment?.toUpperCase());
  if (own.length > 0) return own;
  if (fromFile.length > 0) return fromFile;
  const inferred = inferOwner(document, section, known);
  return inferred ? [{ ...inferred, name: spelling(inferred.name, known), rank: unlisted }] : [];
}

function inferOwner(document: Document, section: Section, known: KnownNames): Omit<ListedOwner, 'rank'> | undefined {
  const explicit = statedName(document, section);
  // The own name of a shell script or a job says nothing of a queue manager.
  if (explicit || isTold(document)) return explicit;
  const { ownerHint } = section.slice;
  const resource = ownerHint && nameFromResource(ownerHint, known);
  if (resource) return { name: resource, reason: `the resource's name, ${ownerHint}` };
  const fileName = nameFromFile(document.source, known);
  const receiver = nameFromReceiver(section, known, fileName);
  if (receiver) return receiver;
  if (fileName) return { name: fileName, reason: "the file's name" };
  const folderName = nameFromFolder(document.source, known);
  return folderName ? { name: folderName, reason: "the folder's name" } : undefined;
}

/** The one cluster receiver tells it, when its name ends in a queue manager's name that another file knows. */
function nameFromReceiver(section: Section, known: KnownNames, fileName: string | undefined) {
  const [receiver, another] = receiversOf(section);
  if (receiver === undefined || another !== undefined) return undefined;
  const upper = receiver.toUpperCase();
  const ends = Array.from(upper.matchAll(/[^A-Z0-9]/g), ({ index }) => upper.slice(index + 1));
  const own = fileName?.toUpperCase();
  const [end, ...others] = ends.filter((one) => one !== own && known.has(one));
  if (end === undefined) return undefined;
  // Of several that fit, the one that is known from the surest place.
  const key = others.length === 0 ? end : [...known.keys()].find((one) => one === end || others.includes(one));
  return { name: spelling(key ?? end, known), reason: `the cluster receiver ${receiver}` };
}

const receivers = new WeakMap<Section, readonly string[]>();

function receiversOf(section: Section): readonly string[] {
  const found = receivers.get(section) ?? [...new Set(section.commands.flatMap(receiverName))];
  receivers.set(section, found);
  return found;
}

function receiverName({ body }: Command): readonly string[] {
  if (body.objectName !== 'CHANNEL' || (body.verbName !== 'DEFINE' && body.verbName !== 'ALTER')) return [];
  const name = body.object?.value?.items[0];
  const isReceiver = textOf(parameterOf(body, 'CHLTYPE')) === 'CLUSRCVR';
  return isReceiver && name && name.holes.length === 0 && !name.text.startsWith('SYSTEM.') ? [name.text] : [];
}

function collectRuns(found: readonly OwnedRun[], estateFile: EstateFile | undefined): ReadonlyMap<string, OwnedRuns> {
  const made = new Map<string, OwnedRuns>();
  const declare = (name: string, reason: string) => {
    if (!made.has(name.toUpperCase())) made.set(name.toUpperCase(), { name, reason, runs: [] });
  };
  for (const entry of estateFile?.queueManagers ?? []) declare(entry.name, 'mqsc.yaml');
  for (const cluster of estateFile?.uniformClusters ?? [])
    for (const member of cluster.members) declare(member, `mqsc.yaml, uniform cluster ${cluster.name}`);
  for (const { owner } of found) declare(owner.name, owner.reason);
  const inOrder = found.toSorted((a, b) => a.owner.rank - b.owner.rank);
  const byOwner = Map.groupBy(inOrder, ({ owner }) => owner.name.toUpperCase());
  for (const [key, own] of byOwner) {
    const entry = made.get(key);
    if (entry) made.set(key, { ...entry, runs: own.map(({ run }) => run) });
  }
  return made;
}
