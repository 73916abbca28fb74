import type { Estate } from '#core/model/model.ts';
import type { Document, Part } from '#core/syntax/tree.ts';
import { kept } from '#core/text/kept.ts';
import type { SourceId } from '#core/text/span.ts';
import { type Steps, toTheEnd } from '#core/text/steps.ts';
import { rules as allRules } from './index.ts';
import type { FileProblem, Finding, Rule } from './rule.ts';
import { bySource } from './run/by-source.ts';
import { checkCommands, checkDocument, checkPart } from './run/check-parts.ts';
import { checkUnits, countUnits } from './run/check-units.ts';
import { encodeFixes } from './run/encode-fixes.ts';
import { finishPart, finishSource, type Settings } from './run/finish-source.ts';
import { failure, type RawFinding } from './run/raw-finding.ts';

export interface RunOptions {
  /** The editor's severities; they come before the estate file's. */
  readonly settings?: Settings['own'];
  /** What the readers of estate files and scenarios reported. */
  readonly problems?: readonly FileProblem[];
  /** Instead of all rules. */
  readonly rules?: readonly Rule[];
}

export type Findings = ReadonlyMap<SourceId, readonly Finding[]>;

/**
 * Runs the rules over an estate. Findings come by source, in the order of offset and code; a source without any has no
 * entry. What depends on nothing that changed since an earlier run is kept: what rules say of one command or document, of one queue manager,
 * cluster or queue, and the list of a source that nothing new is said of. A rule that throws gives a finding under its own name.
 */
export const runRules = (estate: Estate, options: RunOptions = {}): Findings => toTheEnd(runInSteps(estate, options));

/** The same, with a step for each document and for each thing that rules look at. */
export function* runInSteps(estate: Estate, options: RunOptions = {}): Steps<Findings> {
  const rules = options.rules ?? allRules;
  const found = new Map<SourceId, (readonly RawFinding[])[]>();
  for (const source of estate.documents.keys()) found.set(source, []);
  const add = (raw: readonly RawFinding[]): void => {
    for (const [source, findings] of bySource(raw)) kept(found, source, () => []).push(findings);
  };
  const all = estate.documents.size + countUnits(estate) + rules.length;
  let done = 0;
  for (const document of estate.documents.values()) {
    add(checkCommands(document, rules, estate));
    add(checkDocument(document, rules));
    yield ++done / all;
  }
  for (const { found: own, units } of checkUnits(rules, estate)) {
    add(own);
    done += units;
    yield done / all;
  }
  for (const rule of rules) {
    add(checkEstate(rule, estate, options));
    yield ++done / all;
  }
  const settings = { own: options.settings ?? none, estate: estate.settings.rules };
  const finished = new Map<SourceId, readonly Finding[]>();
  for (const [source, raw] of found) {
    const findings = encodeFixes(finishSource(estate.documents.get(source), raw, rules, settings), estate.documents);
    if (findings.length > 0) finished.set(source, findings);
  }
  return finished;
}

/**
 * What the rules that look at one command or at one document say of a part of a document after an edit. `before` is the document before it;
 * `estate` may be that of an earlier reading, as long as the text before the part is the same.
 */
export const runOnPart = (
  part: Part,
  before: Document,
  estate: Estate,
  options: RunOptions = {},
): readonly Finding[] => {
  const rules = options.rules ?? allRules;
  const settings = { own: options.settings ?? none, estate: estate.settings.rules };
  const findings = finishPart(part, before, checkPart(part, rules, estate), settings);
  return encodeFixes(findings, new Map([[before.source, part.document]]));
};

const none: Settings['own'] = {};

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
