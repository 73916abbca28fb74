import type { EstateFile } from './estate/estate-file.ts';
import { readEstateFile } from './estate/read-estate-file.ts';
import { codeActions } from './ide/code-actions.ts';
import { completion } from './ide/completion/completion.ts';
import { definition, references } from './ide/definition.ts';
import { folding } from './ide/folding.ts';
import { hover } from './ide/hover.ts';
import { assignmentAt } from './ide/owner.ts';
import { semanticTokens } from './ide/semantic-tokens.ts';
import { symbols } from './ide/symbols.ts';
import { buildEstate } from './model/build-estate.ts';
import type { Estate } from './model/model.ts';
import { rules } from './rules/index.ts';
import type { FileProblem, Finding } from './rules/rule.ts';
import { runRules } from './rules/run-rules.ts';
import { planOfEstate } from './scenario/plan-of-estate.ts';
import { planOfFinding } from './scenario/plan-of-finding.ts';
import { planOfRoute } from './scenario/plan-of-route.ts';
import { printScenario } from './scenario/print-scenario.ts';
import { estateOf, readScenario } from './scenario/read-scenario.ts';
import type { Service, ServiceSettings } from './service-types.ts';
import { explainLines } from './sim/explain.ts';
import { run } from './sim/run.ts';
import type { Trace } from './sim/trace.ts';
import { nearestEstateFile, resolvePath, sourceKind } from './source-kinds.ts';
import { changeDocument } from './sources/change-document.ts';
import { readDocument } from './sources/read-document.ts';
import type { Document } from './syntax/tree.ts';
import { applyEdits } from './text/apply-edits.ts';
import { lineMap } from './text/line-map.ts';
import type { SourceId } from './text/span.ts';

export { explainLines, rules };

/** A source as it is held: MQSC is read at once, the two YAML files when they are needed. */
interface Held {
  readonly text: string;
  readonly document: Document | undefined;
}

/** All sources that one estate file governs, or that none does, and what was made of them. */
interface Group {
  readonly estate: Estate;
  readonly estateFile: EstateFile | undefined;
  readonly problems: readonly FileProblem[];
  findings: ReadonlyMap<SourceId, readonly Finding[]> | undefined;
}

/** Makes a service without sources. Everything is computed when it is first asked for, and kept until a source changes. */
export function createService(): Service {
  const held = new Map<SourceId, Held>();
  let settings: ServiceSettings = {};
  let groups: ReadonlyMap<string, Group> | undefined;
  let previous: ReadonlyMap<string, Group> = new Map();

  const put = (source: SourceId, next: Held): void => {
    held.set(source, next);
    forget();
  };
  const forget = (): void => {
    if (groups) previous = groups;
    groups = undefined;
  };
  const allGroups = (): ReadonlyMap<string, Group> => {
    groups ??= makeGroups(held, previous);
    return groups;
  };
  const estateFiles = (): readonly SourceId[] =>
    [...held.keys()].filter((source) => sourceKind(source) === 'estate-file');
  const groupOf = (source: SourceId): Group => {
    const own = allGroups().get(nearestEstateFile(source, estateFiles()) ?? ungoverned);
    return own ?? [...allGroups().values()][0] ?? emptyGroup;
  };
  const findingsOf = (group: Group): ReadonlyMap<SourceId, readonly Finding[]> => {
    group.findings ??= runRules(group.estate, { settings: settings.rules ?? {}, problems: group.problems });
    return group.findings;
  };
  const onDocument = <T>(source: SourceId, otherwise: T, use: (document: Document, estate: Estate) => T): T => {
    const document = held.get(source)?.document;
    return document ? use(document, groupOf(source).estate) : otherwise;
  };
  const place = (source: SourceId, offset: number): string => {
    const line = lineMap(held.get(source)?.text ?? '').positionAt(offset).line + 1;
    return `${decodeURIComponent(source.slice(source.lastIndexOf('/') + 1))}:${line}`;
  };
  const scenarioEstate = (source: SourceId): Estate => {
    const wanted = estateOf(held.get(source)?.text ?? '');
    const file = wanted.kind === 'file' ? resolvePath(source, wanted.path) : undefined;
    return (file === undefined ? undefined : allGroups().get(file)?.estate) ?? groupOf(source).estate;
  };
  const scenarioFindings = (source: SourceId): readonly Finding[] => {
    const { problems } = readScenario(source, held.get(source)?.text ?? '', { estate: scenarioEstate(source) });
    const own = runRules(emptyEstate, {
      settings: settings.rules ?? {},
      problems: problems.map((problem) => ({ kind: 'scenario', ...problem })),
    });
    return own.get(source) ?? [];
  };

  return {
    open: (source, text) =>
      put(source, { text, document: sourceKind(source) === 'mqsc' ? readDocument(source, text) : undefined }),
    change: (source, edits) => {
      const before = held.get(source);
      if (!before) return;
      const document = before.document && changeDocument(before.document, edits);
      put(source, { text: document?.text ?? applyEdits(before.text, edits), document });
    },
    close: (source) => {
      held.delete(source);
      forget();
    },
    text: (source) => held.get(source)?.text,
    sources: () => [...held.keys()],
    configure: (next) => {
      settings = next;
      for (const group of allGroups().values()) group.findings = undefined;
    },

    estate: (source) => (source === undefined ? ([...allGroups().values()][0] ?? emptyGroup) : groupOf(source)).estate,
    estates: () => [...allGroups().values()].map((group) => group.estate),
    findings: (source) =>
      sourceKind(source) === 'scenario' ? scenarioFindings(source) : (findingsOf(groupOf(source)).get(source) ?? []),
    allFindings: () => {
      const all = new Map<SourceId, readonly Finding[]>();
      for (const group of allGroups().values()) for (const [source, own] of findingsOf(group)) all.set(source, own);
      for (const source of held.keys()) {
        if (sourceKind(source) !== 'scenario') continue;
        const own = scenarioFindings(source);
        if (own.length > 0) all.set(source, own);
      }
      return all;
    },

    hover: (source, offset) =>
      onDocument(source, undefined, (document, estate) => hover(document, offset, estate, place)),
    completion: (source, offset) =>
      onDocument(source, { replace: { start: offset, end: offset }, items: [] }, (document, estate) =>
        completion(document, offset, estate),
      ),
    definition: (source, offset) => onDocument(source, [], (document, estate) => definition(document, offset, estate)),
    references: (source, offset) => onDocument(source, [], (document, estate) => references(document, offset, estate)),
    symbols: (source) => onDocument(source, [], symbols),
    folding: (source) => onDocument(source, [], folding),
    semanticTokens: (source, within) => onDocument(source, [], (document) => semanticTokens(document, within)),
    codeActions(source, within) {
      return codeActions(this.findings(source), within);
    },
    owner: (source, offset) =>
      onDocument(source, undefined, (_, estate) => {
        const assignment = assignmentAt(estate, source, offset);
        return assignment && { queueManagers: assignment.queueManagers, reason: assignment.reason };
      }),

    planOfScenario: (source) => {
      const { plan } = readScenario(source, held.get(source)?.text ?? '', { estate: scenarioEstate(source) });
      const problems = scenarioFindings(source);
      return { plan: problems.some((problem) => problem.severity === 'error') ? undefined : plan, problems };
    },
    planOfEstate: (focus) => {
      const group = focus?.source === undefined ? largest(allGroups().values()) : groupOf(focus.source);
      return planOfEstate(group.estate, focus ?? {});
    },
    planOfFinding({ code, source, span }) {
      const finding = this.findings(source).find((f) => f.code === code && f.at.span.start === span.start);
      if (!finding?.subject) return { plan: undefined, problems: [], reason: 'This finding is not there any more.' };
      return planOfFinding({ code, subject: finding.subject, estate: groupOf(source).estate });
    },
    explain: (question) => {
      const group = [...allGroups().values()].find((g) => g.estate.queueManagers.has(question.from.toUpperCase()));
      if (!group) return { decision: undefined, problem: `No queue manager ${question.from} is known here.` };
      const route = planOfRoute(group.estate, question);
      if (!route.plan) return { decision: undefined, problem: route.reason };
      const trace = run(route.plan, { detail: 'full' });
      const [decision] = trace.decisions;
      return { decision, problem: decision ? undefined : withoutDecision(trace) };
    },
    simulate: (plan, detail) => run(plan, { detail }),
    scenarioText: printScenario,
  };
}

/** Why a put needed no workload decision: it was refused, or the name led to one place only. */
function withoutDecision({ events }: Trace): string {
  const refused = events.find((event) => event.kind === 'rejected');
  if (refused?.kind === 'rejected')
    return `${refused.call} fails with reason ${refused.reason}; the cluster is not asked.`;
  const placed = events.find((event) => event.kind === 'enqueue');
  return placed?.kind === 'enqueue'
    ? `The message goes to ${placed.queue} on ${placed.queueManager}; no workload decision is needed.`
    : 'Nothing was put.';
}

/** The key of the group of sources that no estate file governs. */
const ungoverned = '';

function makeGroups(
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

const ruleNames: ReadonlySet<string> = new Set(rules.map((rule) => rule.code));
const emptyEstate: Estate = buildEstate({ documents: [] }).estate;
const emptyGroup: Group = { estate: emptyEstate, estateFile: undefined, problems: [], findings: undefined };

const largest = (groups: Iterable<Group>): Group =>
  [...groups].reduce((a, b) => (b.estate.queueManagers.size > a.estate.queueManagers.size ? b : a), emptyGroup);
