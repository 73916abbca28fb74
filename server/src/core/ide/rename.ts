import { nameMaxLength } from '#core/facts/lookup.ts';
import type { NameSpace } from '#core/model/model.ts';
import { encodeEdits } from '#core/syntax/encode-edits.ts';
import { keepSequenceNumbers } from '#core/syntax/keep-sequence-numbers.ts';
import { quoted, quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import { quoteWidth } from '#core/syntax/tree.ts';
import { decoded } from '#core/text/decoded.ts';
import type { SourceId, TextEdit } from '#core/text/span.ts';
import type { RenameAnswer, RenamePlace, RenameReach } from './answers.ts';
import { cursorAt } from './cursor.ts';
import { type NameScope, nameAt, usesCalled } from './names/name-scope.ts';
import type { NameUse } from './names/name-use.ts';
import { patternRemarks } from './names/pattern-remarks.ts';
import { groupPartners, type Home, homesOf, objectAt, queueManagerOfHome, withPartners } from './names/same-thing.ts';
import { namesAlike, usesOfHomes } from './names/uses-of-same.ts';

/** What a rename at the offset would be about, or why there is none. */
export function prepareRename(
  scope: NameScope,
  source: SourceId,
  offset: number,
  reach: RenameReach = 'every-instance',
): RenamePlace {
  const use = nameAt(scope, source, offset);
  if (!use) return { kind: 'refused', reason: reasonForNoName(scope, source, offset) };
  const target = targetOf(use, scope, reach);
  if (target.kind === 'refused') return target;
  const document = scope.estate.documents.get(source);
  const quotes = use.form !== 'quoted' ? 0 : document ? quoteWidth(document, use.span.start) : 1;
  const span = { start: use.span.start + quotes, end: use.span.end - quotes };
  return { kind: 'name', span, name: use.name, queueManagers: [...target.homes].map(queueManagerOfHome).sort() };
}

/**
 * The edits that give a thing another name everywhere: its definitions, whatever refers to them in MQSC, in `mqsc.yaml` and
 * in scenarios. `one-instance` leaves the other instances of a cluster queue, and those who mean any of them, alone.
 * Names follow IBM: "Rules for naming IBM MQ objects".
 */
export function rename(
  scope: NameScope,
  source: SourceId,
  offset: number,
  newName: string,
  reach: RenameReach = 'every-instance',
  place: (source: SourceId, offset: number) => string = decoded,
): RenameAnswer {
  const use = nameAt(scope, source, offset);
  if (!use) return { kind: 'refused', reason: reasonForNoName(scope, source, offset) };
  const target = targetOf(use, scope, reach);
  if (target.kind === 'refused') return target;
  const reason =
    faultOfName(newName, target) ?? reasonTaken(newName, use, target, scope) ?? reasonOfPath(newName, target);
  if (reason) return { kind: 'refused', reason };
  const wanted = newName === use.name ? [] : target.uses.map((one) => editOf(one, newName));
  const edits = encodeEdits(keepSequenceNumbers(wanted, scope.estate.documents), scope.estate.documents);
  return edits
    ? { kind: 'edits', edits, remarks: patternRemarks(target.homes, use.name, newName, scope.estate, place) }
    : refused(`${use.name} stands in quoted YAML text whose escapes part it: write it without them first.`);
}

/** What is renamed: the objects, if they are objects, and every place that names them. */
interface Target {
  readonly kind: 'target';
  readonly homes: ReadonlySet<Home>;
  readonly uses: readonly NameUse[];
  /** For people: `queue`, `cluster`. */
  readonly noun: string;
  readonly maxLength: number;
}

type Refusal = { readonly kind: 'refused'; readonly reason: string };
const refused = (reason: string): Refusal => ({ kind: 'refused', reason });

function targetOf(use: NameUse, scope: NameScope, reach: RenameReach): Target | Refusal {
  const { means, name } = use;
  const { estate } = scope;
  if (name.toUpperCase().startsWith('SYSTEM.')) return refused(`${name} belongs to MQ itself and keeps its name.`);
  if (means.kind === 'queue-manager') return queueManagerTarget(use, scope);
  const alike = namesAlike(use, scope);
  if (means.kind === 'cluster')
    return { kind: 'target', homes: new Set(), uses: alike, noun: 'cluster', maxLength: 48 };
  const own = homesOf(use, estate);
  // A shared queue is one object, though each member of its queue-sharing group has it.
  const whole = new Set(own.flatMap((home) => [home, ...groupPartners(home, name, estate)]));
  const homes = reach === 'one-instance' ? whole : withPartners(own, name, alike, estate);
  const touched = usesOfHomes(homes, alike, scope);
  const uses = reach === 'one-instance' ? touched.filter((one) => meansOnly(one, homes, scope)) : touched;
  const shared = touched.find((one) => one.isOwnName && !meansOnly(one, homes, scope));
  if (reach === 'one-instance' && own.length !== 1)
    return refused(`${name} stands for ${own.length} objects here; go to the one that is meant.`);
  if (reach === 'one-instance' && shared)
    return refused(`The definition of ${name} is in a file that other queue managers run as well.`);
  const objects = [...homes].flatMap((home) => objectAt(home, name, estate) ?? []);
  const open = objects.find(({ nameIsOpen }) => nameIsOpen);
  if (open) return refused(`The name ${open.name} is filled in later and cannot be changed here.`);
  const spaces = new Set([...homes].map(spaceOfHome));
  const [space = 'other'] = spaces;
  const type = objects[0]?.type ?? typeOfSpace[space] ?? '';
  return { kind: 'target', homes, uses, noun: nouns[space] ?? 'object', maxLength: nameMaxLength(type) ?? 48 };
}

/** Its name must stand in a text for all that it runs: the name of a file or folder is not changed here. */
function queueManagerTarget(use: NameUse, scope: NameScope): Target | Refusal {
  const upper = use.name.toUpperCase();
  const { estate } = scope;
  if (!estate.queueManagers.has(upper)) return refused(`No file here says which queue manager ${use.name} is.`);
  for (const assignments of estate.assignments.values())
    for (const { queueManagers, reason } of assignments)
      if (queueManagers.includes(upper) && !isStated(reason))
        return refused(`${use.name} has its name from ${reason}: change that, or write \`* @qmgr ${use.name}\` first.`);
  const transmission = [...estate.queueManagers.keys()].filter((at) =>
    isTransmissionQueue(`${at} queue`, use.name, scope),
  );
  const queues = usesCalled(use.name, scope).filter((one) => one.means.kind === 'object');
  const homes = new Set(transmission.map((at) => `${at} queue`));
  const uses = [...namesAlike(use, scope), ...usesOfHomes(homes, queues, scope)];
  return { kind: 'target', homes, uses, noun: 'queue manager', maxLength: 48 };
}

const isStated = (reason: string): boolean => /^mqsc\.yaml|@qmgr comment$| header$/.test(reason);

/** Messages for a queue manager find the transmission queue that is called like it (IBM: "How messages are routed"). */
const isTransmissionQueue = (home: Home, name: string, { estate }: NameScope): boolean =>
  objectAt(home, name, estate)?.written.get('USAGE')?.value === 'XMITQ';

const meansOnly = (use: NameUse, homes: ReadonlySet<Home>, { estate }: NameScope): boolean =>
  homesOf(use, estate).every((home) => homes.has(home));

function reasonForNoName({ estate }: NameScope, source: SourceId, offset: number): string {
  const document = estate.documents.get(source);
  const cursor = document && cursorAt(document, offset);
  if (cursor?.kind !== 'value' || !cursor.item) return 'There is no name of an object here.';
  const { text, holes } = cursor.item;
  if (holes.length > 0) return `${text} is filled in later, so it is not known which name it becomes.`;
  return text.includes('*') ? `${text} stands for many names.` : 'There is no name of an object here.';
}

function faultOfName(name: string, { noun, maxLength }: Target): string | undefined {
  if (name === '') return 'A name has at least one character.';
  if (name.toUpperCase().startsWith('SYSTEM.')) return 'Names that begin with SYSTEM. belong to MQ itself.';
  const bad = name.match(noun === 'structure' ? /[^A-Z0-9]|^[0-9]/ : /[^A-Za-z0-9./_%]/u)?.[0];
  if (bad !== undefined) {
    const allowed = noun === 'structure' ? 'capital letters and digits, a letter first' : 'letters, digits and . / _ %';
    return `${bad === ' ' ? 'A blank' : bad} cannot stand in the name of a ${noun}, only ${allowed}.`;
  }
  if (name.length > maxLength)
    return `${name} has ${name.length} characters; the name of a ${noun} may have ${maxLength}.`;
  return undefined;
}

function reasonTaken(newName: string, use: NameUse, { homes, noun }: Target, scope: NameScope): string | undefined {
  const { estate } = scope;
  if (newName === use.name) return undefined;
  if (use.means.kind === 'cluster' && estate.clusters.has(newName)) return `There is a cluster ${newName} already.`;
  const isOther = newName.toUpperCase() !== use.name.toUpperCase();
  if (use.means.kind === 'queue-manager' && isOther && estate.queueManagers.has(newName.toUpperCase()))
    return `There is a queue manager ${newName} already.`;
  const taken = [...homes].find((home) => objectAt(home, newName, estate));
  if (taken)
    return `${queueManagerOfHome(taken)} has a ${noun === 'queue manager' ? 'queue' : noun} ${newName} already.`;
  const joined = clustersOfHomes(homes, use.name, scope).find((cluster) => cluster.cloneGroups.has(newName));
  return joined && `Cluster ${joined.name} has a queue ${newName} already: the messages of both would mix.`;
}

/** The paths of expectations (`queues.QM2.Q3.depth`) take no slash outside of brackets. */
function reasonOfPath(newName: string, { uses }: Target): string | undefined {
  const step = uses.find(({ form }) => form === 'path-step');
  return step && newName.includes('/')
    ? `An expectation in ${fileName(step.source)} has ${step.name} between dots, where / cannot stand: write ["${step.name}"] there first.`
    : undefined;
}

const clustersOfHomes = (homes: ReadonlySet<Home>, name: string, { estate }: NameScope) =>
  [...estate.clusters.values()].filter((cluster) =>
    cluster.cloneGroups
      .get(name)
      ?.instances.some(({ queueManager }) => homes.has(`${queueManager.name.toUpperCase()} queue`)),
  );

function editOf({ source, span, form }: NameUse, name: string): TextEdit {
  return { source, span, newText: written(form, name) };
}

function written(form: NameUse['form'], name: string): string {
  if (form === 'word') return quoteIfNeeded(name);
  if (form === 'quoted') return quoted(name);
  return form === 'yaml-plain' && !isPlainYaml(name) ? `"${name}"` : name;
}

/** What YAML would not read as text, or not as one word, needs quotes. */
const isPlainYaml = (name: string): boolean =>
  /^[A-Za-z_/][\w./%]*$/.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name);

const spaceOfHome = (home: Home): NameSpace => home.slice(home.lastIndexOf(' ') + 1) as NameSpace;

const nouns: Readonly<Partial<Record<NameSpace, string>>> = {
  queue: 'queue',
  channel: 'channel',
  'client-channel': 'channel',
  namelist: 'namelist',
  process: 'process',
  topic: 'topic',
  listener: 'listener',
  service: 'service',
  cfstruct: 'structure',
  stgclass: 'storage class',
};

/** For names that no file defines. */
const typeOfSpace: Readonly<Partial<Record<NameSpace, string>>> = {
  queue: 'QLOCAL',
  channel: 'CHANNEL',
  cfstruct: 'CFSTRUCT',
  stgclass: 'STGCLASS',
};

const fileName = (source: SourceId): string => decoded(source.slice(source.lastIndexOf('/') + 1));
