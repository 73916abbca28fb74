import type { EstateFile } from '#core/estate/estate-file.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import { type KnownNames, nameFromFile } from './owner-names.ts';
import { type Section, sectionsOf } from './sections.ts';

/** What names of queue managers are learned from. */
export interface NameSources {
  readonly documents: readonly Document[];
  readonly estateFile: EstateFile | undefined;
  /** Queue managers that the host was told for whole sources. */
  readonly owners: ReadonlyMap<SourceId, string>;
}

/** Names of queue managers as the surest place writes them. */
export interface LearnedNames {
  /** By the estate file, the host, and what texts say. */
  readonly stated: KnownNames;
  /** By the names of files too, where nothing surer tells. */
  readonly known: KnownNames;
}

/** Looks for names. What is the same as in `previous` is the same object. */
export function learnNames(sources: NameSources, previous: LearnedNames | undefined): LearnedNames {
  const stated = asBefore(previous?.stated, learn(statedNames(sources)));
  const fromFiles = sources.documents.map((document) =>
    ownNames(document).isNamedByFile ? fileName(document.source, stated) : undefined,
  );
  const known = asBefore(previous?.known, learn(fromFiles, stated));
  return previous?.stated === stated && previous.known === known ? previous : { stated, known };
}

/** A name as the surest place writes it. */
export const spelling = (name: string, known: KnownNames): string => known.get(name.toUpperCase()) ?? name;

function learn(names: Iterable<string | undefined>, first: KnownNames = new Map()): KnownNames {
  const known = new Map(first);
  for (const name of names)
    if (name !== undefined && !known.has(name.toUpperCase())) known.set(name.toUpperCase(), name);
  return known;
}

function* statedNames({ documents, estateFile, owners }: NameSources): Iterable<string | undefined> {
  for (const entry of estateFile?.queueManagers ?? []) yield entry.name;
  for (const cluster of estateFile?.uniformClusters ?? []) yield* cluster.members;
  yield* owners.values();
  for (const document of documents) yield* ownNames(document).stated;
}

/** A shell script or a job says at each of its scripts who runs it. */
export const isTold = ({ kind }: Pick<Document, 'kind'>): boolean => kind === 'shell' || kind === 'job';

/** What the text itself says: a comment, the header of a dump, or in a shell script what is handed to runmqsc. */
export function statedName(
  { kind }: Document,
  { qmgrComment, slice: { dump, ownerHint } }: Section,
): { name: string; reason: string } | undefined {
  if (qmgrComment) return { name: qmgrComment, reason: '* @qmgr comment' };
  if (dump?.queueManager) return { name: dump.queueManager, reason: `${dump.tool} header` };
  if (ownerHint === undefined) return undefined;
  if (kind === 'job') return { name: ownerHint, reason: 'PARM of CSQUTIL' };
  return kind === 'shell' ? { name: ownerHint, reason: `runmqsc ${ownerHint}` } : undefined;
}

interface OwnNames {
  readonly stated: readonly string[];
  /** A section says nothing: then the file's name counts. */
  readonly isNamedByFile: boolean;
}

function ownNames(document: Document): OwnNames {
  const known = ownNamesOf.get(document);
  if (known) return known;
  const sections = sectionsOf(document);
  const made = {
    stated: sections.flatMap((section) => statedName(document, section)?.name ?? []),
    isNamedByFile:
      !isTold(document) &&
      sections.some((section) => !statedName(document, section) && section.slice.ownerHint === undefined),
  };
  ownNamesOf.set(document, made);
  return made;
}

const ownNamesOf = new WeakMap<Document, OwnNames>();

/** `nameFromFile`, looked for once for the same known names. */
function fileName(source: SourceId, stated: KnownNames): string | undefined {
  const names = fileNames.get(stated) ?? new Map<SourceId, string | undefined>();
  fileNames.set(stated, names);
  if (!names.has(source)) names.set(source, nameFromFile(source, stated));
  return names.get(source);
}

const fileNames = new WeakMap<KnownNames, Map<SourceId, string | undefined>>();

/** The same names in the same order are the same object. */
function asBefore(before: KnownNames | undefined, now: KnownNames): KnownNames {
  if (before?.size !== now.size) return now;
  const others = before.entries();
  for (const [key, name] of now) {
    const [otherKey, otherName] = others.next().value ?? [];
    if (key !== otherKey || name !== otherName) return now;
  }
  return before;
}
