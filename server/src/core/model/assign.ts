import type { EstateFile } from '#core/estate/estate-file.ts';
import { matchPath } from '#core/estate/match-path.ts';
import { type Command, type Document, parameterOf, textOf } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import type { Assignment } from './model.ts';
import { type KnownNames, nameFromFile, nameFromFolder, nameFromResource } from './owner-names.ts';
import { type Section, sectionsOf } from './sections.ts';

export interface AssignInput {
  readonly documents: readonly Document[];
  readonly estateFile: EstateFile | undefined;
  /** Queue managers that the host was told for whole sources; they come before everything else. */
  readonly owners: ReadonlyMap<SourceId, string>;
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
export function assign({ documents, estateFile, owners }: AssignInput): AssignedEstate {
  const sorted = documents.toSorted((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  const listed = listOwners(sorted, estateFile);
  const known = learnNames(sorted, estateFile, owners);
  const assignments = new Map<SourceId, readonly Assignment[]>();
  const found: { readonly owner: Owner; readonly run: Run; readonly rank: number }[] = [];
  for (const document of sorted) {
    const { source } = document;
    assignments.set(
      source,
      sectionsOf(document).map((section) => {
        const owned = ownersOf(document, section, { listed, known, owners });
        for (const owner of owned) found.push({ owner, run: { source, section }, rank: owner.rank });
        return {
          span: section.span,
          queueManagers: owned.map((owner) => owner.name.toUpperCase()),
          reason: owned[0]?.reason ?? 'nothing tells which queue manager it belongs to',
        };
      }),
    );
  }
  return { assignments, runs: collectRuns(found, estateFile) };
}

interface Owner {
  readonly name: string;
  readonly reason: string;
  /** Files that the estate file lists come in its order, all others after them. */
  readonly rank: number;
}

interface Knowledge {
  readonly listed: ReadonlyMap<SourceId, readonly Owner[]>;
  readonly known: KnownNames;
  readonly owners: ReadonlyMap<SourceId, string>;
}

const unlisted = Number.MAX_SAFE_INTEGER;

function ownersOf(document: Document, section: Section, { listed, known, owners }: Knowledge): readonly Owner[] {
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

function inferOwner(document: Document, section: Section, known: KnownNames): Omit<Owner, 'rank'> | undefined {
  const explicit = statedName(section);
  if (explicit) return explicit;
  if (document.kind === 'shell') return runBy(section);
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

/** What a shell script hands to runmqsc; its own name says nothing of a queue manager. */
const runBy = ({ slice: { ownerHint } }: Section): Omit<Owner, 'rank'> | undefined =>
  ownerHint === undefined ? undefined : { name: ownerHint, reason: `runmqsc ${ownerHint}` };

/** What the text itself says. */
function statedName({ qmgrComment, slice }: Section): Omit<Owner, 'rank'> | undefined {
  if (qmgrComment) return { name: qmgrComment, reason: '* @qmgr comment' };
  const name = slice.dump?.queueManager;
  return name ? { name, reason: `${slice.dump?.tool} header` } : undefined;
}

/** The one cluster receiver tells it, when its name ends in a queue manager's name that another file knows. */
function nameFromReceiver(section: Section, known: KnownNames, fileName: string | undefined) {
  const [receiver, another] = receiversOf(section);
  if (receiver === undefined || another !== undefined) return undefined;
  const upper = receiver.toUpperCase();
  for (const [key, name] of known) {
    const isOwnGuess = key === fileName?.toUpperCase();
    if (!isOwnGuess && upper.endsWith(key) && /[^A-Z0-9]$/.test(upper.slice(0, -key.length)))
      return { name, reason: `the cluster receiver ${receiver}` };
  }
  return undefined;
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

const spelling = (name: string, known: KnownNames): string => known.get(name.toUpperCase()) ?? name;

/** Names as the surest place writes them: the estate file, the host, then what texts say, then the names of files. */
function learnNames(
  documents: readonly Document[],
  estateFile: EstateFile | undefined,
  owners: ReadonlyMap<SourceId, string>,
): KnownNames {
  const known = new Map<string, string>();
  const learn = (name: string | undefined) => {
    if (name !== undefined && !known.has(name.toUpperCase())) known.set(name.toUpperCase(), name);
  };
  for (const entry of estateFile?.queueManagers ?? []) learn(entry.name);
  for (const cluster of estateFile?.uniformClusters ?? []) cluster.members.forEach(learn);
  for (const name of owners.values()) learn(name);
  for (const document of documents)
    for (const section of sectionsOf(document))
      learn((document.kind === 'shell' ? (statedName(section) ?? runBy(section)) : statedName(section))?.name);
  const stated = new Map(known);
  for (const document of documents)
    if (
      document.kind !== 'shell' &&
      sectionsOf(document).some((section) => !statedName(section) && section.slice.ownerHint === undefined)
    )
      learn(nameFromFile(document.source, stated));
  return known;
}

/** Which queue managers the estate file names for each source. */
function listOwners(documents: readonly Document[], estateFile: EstateFile | undefined) {
  const listed = new Map<SourceId, Owner[]>();
  if (!estateFile) return listed;
  const claim = (name: string, globs: readonly string[], reason: string, firstRank: number) => {
    globs.forEach((glob, index) => {
      for (const { source } of documents) {
        if (!matchPath(glob, estateFile.source, source)) continue;
        const owners = listed.get(source) ?? [];
        if (!owners.some((owner) => owner.name === name)) owners.push({ name, reason, rank: firstRank + index });
        listed.set(source, owners);
      }
    });
  };
  for (const cluster of estateFile.uniformClusters)
    for (const member of cluster.members) claim(member, cluster.files, `mqsc.yaml, uniform cluster ${cluster.name}`, 0);
  for (const entry of estateFile.queueManagers) claim(entry.name, entry.files, 'mqsc.yaml', 1000);
  return listed;
}

function collectRuns(
  found: readonly { readonly owner: Owner; readonly run: Run; readonly rank: number }[],
  estateFile: EstateFile | undefined,
): ReadonlyMap<string, OwnedRuns> {
  const made = new Map<string, OwnedRuns>();
  const declare = (name: string, reason: string) => {
    if (!made.has(name.toUpperCase())) made.set(name.toUpperCase(), { name, reason, runs: [] });
  };
  for (const entry of estateFile?.queueManagers ?? []) declare(entry.name, 'mqsc.yaml');
  for (const cluster of estateFile?.uniformClusters ?? [])
    for (const member of cluster.members) declare(member, `mqsc.yaml, uniform cluster ${cluster.name}`);
  for (const { owner } of found) declare(owner.name, owner.reason);
  const inOrder = found.toSorted((a, b) => a.rank - b.rank);
  const byOwner = Map.groupBy(inOrder, ({ owner }) => owner.name.toUpperCase());
  for (const [key, own] of byOwner) {
    const entry = made.get(key);
    if (entry) made.set(key, { ...entry, runs: own.map(({ run }) => run) });
  }
  return made;
}
