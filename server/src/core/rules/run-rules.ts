import type { Assignment, Estate, RuleSetting } from '#core/model/model.ts';
import { type Command, type CommandBody, commandsOf, type Document } from '#core/syntax/tree.ts';
import { type SourceId, type Span, shift } from '#core/text/span.ts';
import { rules as allRules } from './index.ts';
import type { CommandContext, EstateFinding, FileProblem, Finding, LocalFinding, Rule, Severity } from './rule.ts';
import { idleSuppressions, type RuleNames, reaches, suppressionsOf } from './suppression.ts';

export interface RunOptions {
  /** The editor's severities; they come before the estate file's. */
  readonly settings?: Readonly<Record<string, Severity | 'off'>>;
  /** What the readers of estate files and scenarios reported. */
  readonly problems?: readonly FileProblem[];
  /** Instead of all rules. */
  readonly rules?: readonly Rule[];
}

/**
 * Runs the rules over an estate. Findings come by source, in the order of offset and code; a source without any has no
 * entry. What the rules say of one command is kept for as long as the command's text stays the same, so that after an
 * edit only the touched commands are checked again. A rule that throws gives a finding under its own name, so that it
 * can be switched off until it is repaired.
 */
export const runRules = (estate: Estate, options: RunOptions = {}): ReadonlyMap<SourceId, readonly Finding[]> => {
  const rules = options.rules ?? allRules;
  const isOn = (rule: Rule) => settingOf(rule.code, estate, options) !== 'off';
  const found: RawFinding[] = [];
  for (const document of estate.documents.values()) {
    for (const finding of checkCommands(document, rules, estate)) if (isOn(finding.rule)) found.push(finding);
    for (const finding of checkDocument(document, rules)) if (isOn(finding.rule)) found.push(finding);
  }
  for (const rule of rules) if (isOn(rule)) found.push(...checkEstate(rule, estate, options));
  const names = { all: codesOf(rules), active: codesOf(rules.filter(isOn)) };
  const { left, used } = suppress(found, estate);
  for (const rule of rules) if (isOn(rule)) left.push(...checkSuppressions(rule, estate, names, used));
  return groupBySource(left.map((raw) => toFinding(raw, estate, options)));
};

/**
 * What the rules that look at one command or at one document say of the document as it is now: of the commands that start in `part`, and
 * of its layout. `estate` may be that of an earlier reading, as long as the text before `part` is the same.
 */
export const checkPart = (
  document: Document,
  part: Span,
  estate: Estate,
  options: RunOptions = {},
): readonly Finding[] => {
  const rules = options.rules ?? allRules;
  const commandRules = rules.filter(({ check }) => check.scope === 'command');
  const assignments = estate.assignments.get(document.source) ?? [];
  const { context } = contextFor(
    assignments.findLast(({ span }) => span.start <= part.start),
    document,
    estate,
  );
  const found = [...checkDocument(document, rules)];
  for (const command of document.slices.flatMap(({ commands }) => commands)) {
    if (command.start < part.start || command.start >= part.end) continue;
    for (const { rule, finding } of checkCommand(command, commandRules, context))
      found.push({ rule, finding: place(finding, document.source, command.start) });
  }
  const isOn = ({ rule }: RawFinding) => settingOf(rule.code, estate, options) !== 'off';
  const now = { ...estate, documents: new Map(estate.documents).set(document.source, document) };
  return suppress(found.filter(isOn), now).left.map((raw) => toFinding(raw, estate, options));
};

interface RawFinding {
  readonly rule: Rule;
  readonly finding: EstateFinding;
}

interface RawLocal {
  readonly rule: Rule;
  readonly finding: LocalFinding;
}

// Rules that see one command

/** What the rules of one list said of commands in one context. */
type KeptFindings = WeakMap<CommandBody, readonly RawLocal[]>;
const keptByRules = new WeakMap<readonly Rule[], Map<string, KeptFindings>>();

function* checkCommands(document: Document, rules: readonly Rule[], estate: Estate): Iterable<RawFinding> {
  const keptByContext = kept(keptByRules, rules, () => new Map<string, KeptFindings>());
  const commandRules = rules.filter(({ check }) => check.scope === 'command');
  for (const { commands, key, context } of runsOf(document, estate)) {
    const known = kept(keptByContext, key, () => new WeakMap());
    for (const command of commands) {
      let findings = known.get(command.body);
      if (!findings) {
        findings = checkCommand(command, commandRules, context);
        known.set(command.body, findings);
      }
      for (const { rule, finding } of findings) yield { rule, finding: place(finding, document.source, command.start) };
    }
  }
}

const checkCommand = (command: Command, rules: readonly Rule[], context: CommandContext): readonly RawLocal[] => {
  const whole = { start: 0, end: command.end - command.start };
  const findings = rules.flatMap((rule) => {
    const { check } = rule;
    return check.scope === 'command' ? runLocal(rule, whole, () => check.run(command, context)) : [];
  });
  return findings.length === 0 ? nothing : findings;
};

const nothing: readonly RawLocal[] = [];

interface CommandRun {
  readonly commands: Command[];
  /** Equal for equal contexts. */
  readonly key: string;
  readonly context: CommandContext;
}

/** The document's commands in runs that belong to the same queue managers. */
const runsOf = (document: Document, estate: Estate): readonly CommandRun[] => {
  const assignments = estate.assignments.get(document.source) ?? [];
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

/** Platform and version of the queue managers that run an assigned piece of text, as far as they agree. */
const contextFor = (assignment: Assignment | undefined, document: Document, estate: Estate) => {
  const owners = (assignment?.queueManagers ?? []).flatMap((name) => estate.queueManagers.get(name) ?? []);
  const context: CommandContext = {
    platform: onlyOne(owners.map((owner) => owner.platform)),
    version: onlyOne(owners.map((owner) => owner.version)),
    isPlatformKnown: owners.length > 0 && owners.every((owner) => owner.isPlatformKnown),
    sourceKind: document.kind,
  };
  return { key: Object.values(context).join('|'), context };
};

const onlyOne = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);

// Rules that see one document

const keptByDocument = new WeakMap<readonly Rule[], WeakMap<Document, readonly RawFinding[]>>();

const checkDocument = (document: Document, rules: readonly Rule[]): readonly RawFinding[] => {
  const byDocument = kept(keptByDocument, rules, () => new WeakMap<Document, readonly RawFinding[]>());
  return kept(byDocument, document, () =>
    rules.flatMap((rule) => {
      const { check } = rule;
      if (check.scope !== 'document') return [];
      return runLocal(rule, { start: 0, end: 0 }, () => check.run(document)).map(({ finding }) => ({
        rule,
        finding: place(finding, document.source, 0),
      }));
    }),
  );
};

// Rules that see the estate

const checkEstate = (rule: Rule, estate: Estate, options: RunOptions): readonly RawFinding[] => {
  const { check } = rule;
  if (check.scope !== 'estate') return [];
  const mayDiffer = estate.settings.rules[rule.code]?.mayDiffer ?? [];
  try {
    return Array.from(check.run(estate, { mayDiffer, fileProblems: options.problems ?? [] }), (finding) => ({
      rule,
      finding,
    }));
  } catch (error) {
    const [source] = estate.documents.keys();
    if (source === undefined) return [];
    return [{ rule, finding: { at: { source, span: { start: 0, end: 0 } }, ...failure(error) } }];
  }
};

// Suppression

const suppress = (found: readonly RawFinding[], estate: Estate) => {
  const used = new Set<string>();
  const left = found.filter(({ rule, finding }) => {
    const document = estate.documents.get(finding.at.source);
    if (!document) return true;
    const hits = suppressionsOf(document).filter((one) => reaches(one, rule.code, finding.at.span.start));
    for (const hit of hits) used.add(`${finding.at.source}:${hit.span.start}`);
    return hits.length === 0;
  });
  return { left, used };
};

const checkSuppressions = (
  rule: Rule,
  estate: Estate,
  names: RuleNames,
  used: ReadonlySet<string>,
): readonly RawFinding[] => {
  const { check } = rule;
  if (check.scope !== 'suppressions') return [];
  return Array.from(estate.documents.values()).flatMap((document) => {
    const unused = suppressionsOf(document).filter((one) => !used.has(`${document.source}:${one.span.start}`));
    if (unused.length === 0) return [];
    const idle = idleSuppressions(unused, names);
    return runLocal(rule, { start: 0, end: 0 }, () => check.run(idle)).map(({ finding }) => ({
      rule,
      finding: place(finding, document.source, 0),
    }));
  });
};

const codesOf = (rules: readonly Rule[]): ReadonlySet<string> => new Set(rules.map((rule) => rule.code));

// Findings

const runLocal = (rule: Rule, whole: Span, check: () => Iterable<LocalFinding>): readonly RawLocal[] => {
  try {
    return Array.from(check(), (finding) => ({ rule, finding }));
  } catch (error) {
    return [{ rule, finding: { span: whole, ...failure(error) } }];
  }
};

const failure = (error: unknown): { readonly message: string; readonly severity: Severity } => ({
  message: `This rule itself failed here (${error instanceof Error ? error.message : String(error)}); nothing is known about the text.`,
  severity: 'warning',
});

const place = (finding: LocalFinding, source: SourceId, by: number): EstateFinding => ({
  at: { source, span: shift(finding.span, by) },
  message: finding.message,
  ...(finding.severity && { severity: finding.severity }),
  ...(finding.fixes && {
    fixes: finding.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ span, newText }) => ({ source, span: shift(span, by), newText })),
    })),
  }),
});

const toFinding = ({ rule, finding }: RawFinding, estate: Estate, options: RunOptions): Finding => {
  const setting = settingOf(rule.code, estate, options);
  const severity = setting === undefined || setting === 'off' ? (finding.severity ?? rule.severity) : setting;
  return { ...finding, code: rule.code, group: rule.group, severity };
};

const settingOf = (code: string, estate: Estate, options: RunOptions): RuleSetting['severity'] =>
  options.settings?.[code] ?? estate.settings.rules[code]?.severity;

const groupBySource = (findings: readonly Finding[]): ReadonlyMap<SourceId, readonly Finding[]> => {
  const grouped = new Map<SourceId, Finding[]>();
  for (const finding of findings) {
    const { source } = finding.at;
    const group = grouped.get(source);
    if (group) group.push(finding);
    else grouped.set(source, [finding]);
  }
  for (const group of grouped.values()) group.sort(byPlace);
  return grouped;
};

/** The order in which findings of one source are told. */
export const byPlace = (a: Finding, b: Finding): number =>
  a.at.span.start - b.at.span.start ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
  a.at.span.end - b.at.span.end;

/** What the map holds for the key, made and kept when it holds nothing yet. */
const kept = <K extends object | string, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};
