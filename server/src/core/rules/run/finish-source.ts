import type { EstateSettings, RuleSetting } from '#core/model/model.ts';
import type { Document, Part } from '#core/syntax/tree.ts';
import { isSameList } from '#core/text/same-list.ts';
import type { Finding, LocalFinding, Rule, Severity } from '../rule.ts';
import { idleSuppressions, reaches, type Suppression, suppressionsOf, suppressionsOfPart } from '../suppression.ts';
import { failure, placeLocal, type RawFinding } from './raw-finding.ts';

/** What decides how severe a finding is, and whether it is told. */
export interface Settings {
  /** The editor's; they come before the others. */
  readonly own: Readonly<Record<string, Severity | 'off'>>;
  readonly estate: EstateSettings['rules'];
}

/**
 * Makes of all that rules said of one source what is told of it, in order: without what is switched off, suppressed or told of the same
 * place already, with what is to be said of suppressions. The list stays the same as long as all of this does. A source that is no MQSC
 * has no document.
 */
export function finishSource(
  document: Document | undefined,
  lists: readonly (readonly RawFinding[])[],
  rules: readonly Rule[],
  settings: Settings,
): readonly Finding[] {
  const before = document && finished.get(document);
  const known = before?.rules === rules && isSameSettings(before.settings, settings) ? before : undefined;
  if (known && isSameList(known.lists, lists)) return known.findings;
  const raw = lists.flat();
  if (document && known && isSameList(known.raw, raw)) {
    finished.set(document, { ...known, lists });
    return known.findings;
  }
  const isOn = (rule: Rule) => settingOf(rule.code, settings) !== 'off';
  const { left, idle } = suppress(
    document ? suppressionsOf(document) : [],
    oncePerPlace(raw.filter(({ rule }) => isOn(rule))),
  );
  const findings = left.map((one) => toFinding(one, settings));
  if (document && idle.length > 0)
    for (const rule of rules.filter(isOn))
      findings.push(...aboutSuppressions(rule, document, idle, rules, isOn).map((one) => toFinding(one, settings)));
  findings.sort(byPlace);
  if (document) finished.set(document, { lists, raw, rules, settings, findings });
  return findings;
}

/** The same for what rules say of a part of a source, which was another one before. Nothing can be said of the suppressions. */
export const finishPart = (
  part: Part,
  before: Document,
  raw: readonly RawFinding[],
  settings: Settings,
): readonly Finding[] =>
  suppress(
    suppressionsOfPart(part, before),
    raw.filter(({ rule }) => settingOf(rule.code, settings) !== 'off'),
  ).left.map((one) => toFinding(one, settings));

/** The order in which findings of one source are told. */
export const byPlace = (a: Finding, b: Finding): number =>
  a.at.span.start - b.at.span.start ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
  a.at.span.end - b.at.span.end;

interface Finished {
  readonly lists: readonly (readonly RawFinding[])[];
  /** The lists in one. */
  readonly raw: readonly RawFinding[];
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

const finished = new WeakMap<Document, Finished>();

const isSameSettings = (a: Settings, b: Settings): boolean => a.own === b.own && a.estate === b.estate;

const settingOf = (code: string, { own, estate }: Settings): RuleSetting['severity'] =>
  own[code] ?? estate[code]?.severity;

/** What several queue managers that run one file make a rule say of one place is told once. */
function oncePerPlace(raw: readonly RawFinding[]): readonly RawFinding[] {
  const told = new Set<string>();
  return raw.filter(({ rule: { code, check }, finding }) => {
    const isOnce =
      check.scope === 'object' || check.scope === 'queue-manager' || ('perPlace' in check && check.perPlace === 'once');
    if (!isOnce) return true;
    const key = `${code} ${finding.at.span.start} ${finding.subject?.attribute}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** What no suppression hides, and the suppressions that hide nothing. */
function suppress(suppressions: readonly Suppression[], raw: readonly RawFinding[]) {
  if (suppressions.length === 0) return { left: raw, idle: suppressions };
  const used = new Set<Suppression>();
  const left = raw.filter(({ rule, finding }) => {
    const hits = suppressions.filter((one) => reaches(one, rule.code, finding.at.span.start));
    for (const hit of hits) used.add(hit);
    return hits.length === 0;
  });
  return { left, idle: suppressions.filter((one) => !used.has(one)) };
}

function aboutSuppressions(
  rule: Rule,
  { source }: Document,
  unused: readonly Suppression[],
  rules: readonly Rule[],
  isOn: (rule: Rule) => boolean,
): readonly RawFinding[] {
  const { check } = rule;
  if (check.scope !== 'suppressions') return [];
  const idle = idleSuppressions(unused, { all: codesOf(rules), active: codesOf(rules.filter(isOn)) });
  const placed = (local: LocalFinding): RawFinding => ({ rule, finding: placeLocal(local, source, 0) });
  try {
    return Array.from(check.run(idle), placed);
  } catch (error) {
    return [placed({ span: { start: 0, end: 0 }, ...failure(error) })];
  }
}

const codesOf = (rules: readonly Rule[]): ReadonlySet<string> => new Set(rules.map((rule) => rule.code));

const toFinding = ({ rule, finding }: RawFinding, settings: Settings): Finding => {
  const setting = settingOf(rule.code, settings);
  const severity = setting === undefined || setting === 'off' ? (finding.severity ?? rule.severity) : setting;
  return { ...finding, code: rule.code, group: rule.group, severity };
};
