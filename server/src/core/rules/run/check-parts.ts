import { compareVersions } from '#core/facts/exists-at.ts';
import type { Assignment, Estate, QueueManager } from '#core/model/model.ts';
import { type Command, type CommandBody, commandsOf, type Document, type Part } from '#core/syntax/tree.ts';
import { kept } from '#core/text/kept.ts';
import { isSameList } from '#core/text/same-list.ts';
import type { Span } from '#core/text/span.ts';
import type { CommandContext, LocalFinding, Rule } from '../rule.ts';
import { failure, placeLocal, type RawFinding } from './raw-finding.ts';

/*
 * The rules that look at one command or one document. What they say of a command is kept as long as its text stays the same, and of a
 * document as long as the document does.
 */

/** What the rules say of each command of the document. */
export const checkCommands = (document: Document, rules: readonly Rule[], estate: Estate): readonly RawFinding[] => {
  const { byContext, byDocument } = kept(keptByRules, rules, newKept);
  const known = byDocument.get(document);
  const owners = ownersOf(document, estate);
  if (known && isSameList(known.owners, owners) && known.assignments === assignmentsOf(document, estate))
    return known.findings;
  const contexts = contextsOf(document, estate);
  if (known?.contexts === contexts) {
    byDocument.set(document, { ...known, owners, assignments: assignmentsOf(document, estate) });
    return known.findings;
  }
  const commandRules = rules.filter(({ check }) => check.scope === 'command');
  const findings: RawFinding[] = [];
  for (const { commands, key, context } of runsOf(document, estate)) {
    const byBody = kept(byContext, key, () => new WeakMap());
    for (const command of commands) {
      const locals = kept(byBody, command.body, () => checkCommand(command, commandRules, context));
      for (const { rule, finding } of locals)
        findings.push({ rule, finding: placeLocal(finding, document.source, command.start) });
    }
  }
  byDocument.set(document, { contexts, owners, assignments: assignmentsOf(document, estate), findings });
  return findings;
};

/** What the rules that look at one document say of it. */
export const checkDocument = (document: Document, rules: readonly Rule[]): readonly RawFinding[] => {
  const { layouts } = kept(keptByRules, rules, newKept);
  return kept(layouts, document, () => checkLayout(document, rules, 0));
};

const checkLayout = (document: Document, rules: readonly Rule[], from: number): RawFinding[] =>
  rules.flatMap((rule) => {
    const { check } = rule;
    if (check.scope !== 'document') return [];
    return runLocal(rule, { start: 0, end: 0 }, () => check.run(document)).map(({ finding }) => ({
      rule,
      finding: placeLocal(finding, document.source, from),
    }));
  });

/**
 * What rules of both kinds say of a part of a document, at its place in the document. `estate` may be that of an earlier reading, as long as
 * the text before the part is the same.
 */
export const checkPart = (
  { document, from, change }: Part,
  rules: readonly Rule[],
  estate: Estate,
): readonly RawFinding[] => {
  const commandRules = rules.filter(({ check }) => check.scope === 'command');
  const assignments = assignmentsOf(document, estate);
  const { context } = contextFor(
    assignments.findLast(({ span }) => span.start <= change.start),
    document,
    estate,
  );
  const found = checkLayout(document, rules, from);
  for (const command of commandsOf(document))
    for (const { rule, finding } of checkCommand(command, commandRules, context))
      found.push({ rule, finding: placeLocal(finding, document.source, from + command.start) });
  return found;
};

interface RawLocal {
  readonly rule: Rule;
  readonly finding: LocalFinding;
}

/** What the rules of one list said. */
interface Kept {
  /** Of commands, in one context. */
  readonly byContext: Map<string, WeakMap<CommandBody, readonly RawLocal[]>>;
  /** Of all commands of a document, whose pieces have these contexts. */
  readonly byDocument: WeakMap<Document, OfDocument>;
  readonly layouts: WeakMap<Document, readonly RawFinding[]>;
}

/** What the rules said of all commands of a document, and what that rests on beside the document. */
interface OfDocument {
  readonly findings: readonly RawFinding[];
  readonly contexts: string;
  /** As long as both are the same, the contexts are. */
  readonly owners: readonly (QueueManager | undefined)[];
  readonly assignments: readonly Assignment[];
}

const keptByRules = new WeakMap<readonly Rule[], Kept>();
const newKept = (): Kept => ({ byContext: new Map(), byDocument: new WeakMap(), layouts: new WeakMap() });

const checkCommand = (command: Command, rules: readonly Rule[], context: CommandContext): readonly RawLocal[] => {
  const whole = { start: 0, end: command.end - command.start };
  let found: RawLocal[] | undefined;
  for (const rule of rules) {
    const { check } = rule;
    if (check.scope !== 'command') continue;
    const own = runLocal(rule, whole, () => check.run(command, context));
    if (own.length > 0) found = [...(found ?? []), ...own];
  }
  return found ?? nothing;
};

const nothing: readonly RawLocal[] = [];

const assignmentsOf = (document: Document, estate: Estate): readonly Assignment[] =>
  estate.assignments.get(document.source) ?? unassigned;

const unassigned: readonly Assignment[] = [];

/** The queue managers of all its pieces. */
const ownersOf = (document: Document, estate: Estate): readonly (QueueManager | undefined)[] =>
  assignmentsOf(document, estate).flatMap(({ queueManagers }) =>
    queueManagers.map((name) => estate.queueManagers.get(name)),
  );

/** Of the pieces that the document was given to queue managers in, as one text. */
const contextsOf = (document: Document, estate: Estate): string =>
  assignmentsOf(document, estate)
    .map((one) => `${one.span.start}-${one.span.end} ${contextFor(one, document, estate).key}`)
    .join('\n');

interface CommandRun {
  readonly commands: Command[];
  /** Equal for equal contexts. */
  readonly key: string;
  readonly context: CommandContext;
}

/** The document's commands in runs that belong to the same queue managers. */
const runsOf = (document: Document, estate: Estate): readonly CommandRun[] => {
  const assignments = assignmentsOf(document, estate);
  const runs: CommandRun[] = [];
  let next = 0;
  let end = -1;
  for (const command of commandsOf(document)) {
    if (command.start >= end) {
      while (next < assignments.length && (assignments[next]?.span.end ?? 0) <= command.start) next += 1;
      const assignment = assignments[next];
      const isInside = assignment !== undefined && assignment.span.start <= command.start;
      runs.push({ commands: [], ...contextFor(isInside ? assignment : undefined, document, estate) });
      end = isInside ? assignment.span.end : (assignment?.span.start ?? Number.POSITIVE_INFINITY);
    }
    runs.at(-1)?.commands.push(command);
  }
  return runs;
};

/** Platforms and versions of the queue managers that run an assigned piece of text. */
const contextFor = (assignment: Assignment | undefined, document: Document, estate: Estate) => {
  const owners = (assignment?.queueManagers ?? []).flatMap((name) => estate.queueManagers.get(name) ?? []);
  const context: CommandContext = {
    platform: onlyOne(owners.map((owner) => owner.platform)),
    knownPlatforms: distinct(owners.filter((owner) => owner.isPlatformKnown).map((owner) => owner.platform)).toSorted(),
    versions: distinct(owners.map((owner) => owner.version)).toSorted(compareVersions),
    sourceKind: document.kind,
  };
  return { key: Object.values(context).join('|'), context };
};

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const onlyOne = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);

const runLocal = (rule: Rule, whole: Span, check: () => Iterable<LocalFinding>): readonly RawLocal[] => {
  try {
    const found = [...check()];
    return found.length === 0 ? nothing : found.map((finding) => ({ rule, finding }));
  } catch (error) {
    return [{ rule, finding: { span: whole, ...failure(error) } }];
  }
};
