import { assignInNewEstateFile } from './assign-in-new-estate-file.ts';
import { assignFile, firstEstateFile } from './estate/assign-file.ts';
import {
  emptyEstate,
  emptyGroup,
  type Group,
  groupOfOne,
  isLarge,
  largest,
  makeGroups,
  ruleNames,
  ungoverned,
} from './estate-groups.ts';
import { CERTAIN_ROUNDS, certain, findingsOfRule, fixAll } from './fix-all.ts';
import { fixInRounds } from './fix-in-rounds.ts';
import { type Held, hold } from './held.ts';
import { cloneFixes } from './ide/clones/clone-fixes.ts';
import { cloneGroup } from './ide/clones/clone-group.ts';
import { compareClones } from './ide/clones/compare-clones.ts';
import type { CloneName } from './ide/clones/comparison.ts';
import { clonesAt, listClones } from './ide/clones/list-clones.ts';
import { assistActions, codeActions } from './ide/code-actions.ts';
import { codeLens } from './ide/code-lens.ts';
import { completion } from './ide/completion/completion.ts';
import { completionDocumentation } from './ide/completion/documentation.ts';
import { definition, references } from './ide/definition.ts';
import { linksOfMqsc, linksOfYaml } from './ide/document-links.ts';
import { effectiveMqsc } from './ide/effective-mqsc.ts';
import { estateChildren } from './ide/estate-tree/estate-tree.ts';
import { folding } from './ide/folding.ts';
import { format } from './ide/format/format.ts';
import { formatOnType } from './ide/format/format-on-type.ts';
import { defaultFormat, type FormatOptions } from './ide/format/format-options.ts';
import { highlight } from './ide/highlight.ts';
import { hover } from './ide/hover.ts';
import { inlayHints } from './ide/inlay-hints.ts';
import { instanceAt } from './ide/instance-at.ts';
import { incomingOf, outgoingOf, pathItemsAt } from './ide/message-path.ts';
import { nameHover } from './ide/name-hover.ts';
import type { NameScope } from './ide/names/name-scope.ts';
import { prepareRename, rename } from './ide/rename.ts';
import { selectionRanges } from './ide/selection-ranges.ts';
import { semanticTokens } from './ide/semantic-tokens.ts';
import { suppressActions } from './ide/suppress.ts';
import { symbols } from './ide/symbols.ts';
import { workspaceSymbols } from './ide/workspace-symbols.ts';
import { completionInYaml, hoverInYaml, type YamlFile } from './ide/yaml/yaml-file.ts';
import { inferredFiles } from './inferred-files.ts';
import type { Estate } from './model/model.ts';
import { assignmentAt } from './model/owner-at.ts';
import { withNeedsOf } from './needs-of-plan.ts';
import { planFindings } from './plan-findings.ts';
import { followEdit } from './rules/follow-edit.ts';
import { rules } from './rules/index.ts';
import type { Finding } from './rules/rule.ts';
import { type Findings, runInSteps, runRules } from './rules/run-rules.ts';
import type { Plan } from './scenario/plan.ts';
import { planOfEstate } from './scenario/plan-of-estate.ts';
import { planOfFinding } from './scenario/plan-of-finding.ts';
import { planOfRoute } from './scenario/plan-of-route.ts';
import { printScenario } from './scenario/print-scenario.ts';
import { estateOf, readScenario } from './scenario/read-scenario.ts';
import { ownEstate } from './scenario/scenario-names.ts';
import type { Service, ServiceSettings } from './service-types.ts';
import { compareTraces } from './sim/compare-traces.ts';
import { explainLines } from './sim/explain.ts';
import { run } from './sim/run.ts';
import { sequenceDiagram } from './sim/sequence-diagram.ts';
import { storyOf } from './sim/story.ts';
import type { Trace } from './sim/trace.ts';
import { readTrace, traceLines } from './sim/trace-file.ts';
import { nearestEstateFile, resolvePath, sourceKind } from './source-kinds.ts';
import { changedPart } from './sources/changed-part.ts';
import type { Document } from './syntax/tree.ts';
import { type Change, changeOf, joinChanges, trimChange } from './text/change.ts';
import { decoded } from './text/decoded.ts';
import type { SourceId } from './text/span.ts';
import { type Steps, toTheEnd, within } from './text/steps.ts';

export { CERTAIN_ROUNDS, certain, explainLines, fixInRounds, rules };

/** The same object each time: by it an earlier answer is known to hold. */
const noRules: NonNullable<ServiceSettings['rules']> = {};

interface ScenarioAnswer {
  readonly estate: Estate;
  readonly settings: ServiceSettings;
  readonly findings: readonly Finding[];
}

/** Makes a service without sources, or with some that another one has read. Everything is computed when it is first asked for, and kept until a source changes. */
export function createService(known: ReadonlyMap<SourceId, Held> = new Map()): Service {
  const held = new Map(known);
  let settings: ServiceSettings = {};
  /** What was found in a scenario's text, for the estate and the settings that it was read with. */
  const scenarioAnswers = new WeakMap<Held, ScenarioAnswer>();
  let groups: ReadonlyMap<string, Group> | undefined;
  let previous: ReadonlyMap<string, Group> = new Map();
  /** The groups that were checked last; their texts may have gone on since. */
  let checked: ReadonlyMap<string, Group> = new Map();
  /** How each text is another one than it was then. */
  const changes = new Map<SourceId, Change>();
  /** Whether nothing but edits happened since `previous` was made. */
  let isPreviousNear = false;
  const nameScopes = new Map<Group, NameScope>();
  /** Counts whatever may change a finding, so that a check that is under way knows when it is out of date. */
  let edition = 0;
  const alone = new WeakMap<Held, Group>();

  const put = (source: SourceId, next: Held): void => {
    held.set(source, next);
    forget();
  };
  const changed = (source: SourceId, change: Change): void =>
    void changes.set(source, joinChanges(changes.get(source), change));
  const forget = (): void => {
    edition++;
    if (groups) previous = groups;
    groups = undefined;
    nameScopes.clear();
  };
  const allGroups = (): ReadonlyMap<string, Group> => {
    groups ??= toTheEnd(makeGroups(held, previous));
    isPreviousNear = true;
    return groups;
  };
  const formatSettings = (): FormatOptions => ({ ...defaultFormat, ...settings.format });
  const estateFiles = (): readonly SourceId[] =>
    [...held.keys()].filter((source) => sourceKind(source) === 'estate-file');
  const groupOf = (source: SourceId): Group => {
    const own = allGroups().get(nearestEstateFile(source, estateFiles()) ?? ungoverned);
    return own ?? [...allGroups().values()][0] ?? emptyGroup;
  };
  const findingsOf = (group: Group): ReadonlyMap<SourceId, readonly Finding[]> => {
    group.findings ??= runRules(group.estate, { settings: settings.rules ?? noRules, problems: group.problems });
    return group.findings;
  };
  const inDocument = <T>(source: SourceId, otherwise: T, use: (document: Document) => T): T => {
    const document = held.get(source)?.document;
    return document ? use(document) : otherwise;
  };
  /**
   * The group of a source for an answer that must not wait: a large estate that was never worked out is left to `checkInSteps`, and the
   * source stands for itself until then.
   */
  const groupAtOnce = (source: SourceId): Group => {
    const key = nearestEstateFile(source, estateFiles()) ?? ungoverned;
    const one = held.get(source);
    if (groups !== undefined || previous.has(key) || !one?.document || !isLarge(held.values())) return groupOf(source);
    const known = alone.get(one) ?? groupOfOne(key, one.document, held);
    alone.set(one, known);
    return known;
  };
  /** What is known of findings without waiting for the first check of a large estate. */
  const findingsAtOnce = (source: SourceId): Findings => {
    const key = nearestEstateFile(source, estateFiles()) ?? ungoverned;
    const group = groupAtOnce(source);
    return group.findings === undefined && !checked.has(key) && isLarge(held.values()) ? new Map() : findingsOf(group);
  };
  const onDocument = <T>(source: SourceId, otherwise: T, use: (document: Document, estate: Estate) => T): T =>
    inDocument(source, otherwise, (document) => use(document, groupAtOnce(source).estate));
  /** The estate as it is, or as it was a few keystrokes ago: good enough for names, and never waited for. */
  const nearEstate = (source: SourceId): Estate => {
    const key = nearestEstateFile(source, estateFiles()) ?? ungoverned;
    const near = groups === undefined && isPreviousNear ? previous.get(key) : undefined;
    return (near ?? groupAtOnce(source)).estate;
  };
  const place = (source: SourceId, offset: number): string => {
    const line = (held.get(source)?.text.positionAt(offset).line ?? 0) + 1;
    return `${decoded(source.slice(source.lastIndexOf('/') + 1))}:${line}`;
  };
  const scenarioEstate = (source: SourceId): Estate => {
    const wanted = estateOf(textOf(source));
    const file = wanted.kind === 'file' ? resolvePath(source, wanted.path) : undefined;
    return (file === undefined ? undefined : allGroups().get(file)?.estate) ?? groupOf(source).estate;
  };
  const textOf = (source: SourceId): string => held.get(source)?.text.whole() ?? '';
  const scopeOf = (source: SourceId): NameScope => {
    const own = sourceKind(source) === 'scenario' ? ownEstate(source, textOf(source)) : undefined;
    if (own) return { estate: own, estateFile: undefined, scenarios: [{ source, text: textOf(source) }] };
    const group = groupOf(source);
    const known = nameScopes.get(group);
    if (known) return known;
    const file = group.estateFile?.source;
    const made: NameScope = {
      estate: group.estate,
      estateFile: file === undefined ? undefined : { source: file, text: textOf(file) },
      scenarios: [...held.keys()]
        .filter((one) => sourceKind(one) === 'scenario' && estateOf(textOf(one)).kind !== 'none')
        .filter((one) => scenarioEstate(one) === group.estate)
        .map((one) => ({ source: one, text: textOf(one) })),
    };
    nameScopes.set(group, made);
    return made;
  };
  const yamlFile = (source: SourceId): YamlFile | undefined => {
    const kind = sourceKind(source);
    if (kind === 'mqsc' || !held.has(source)) return undefined;
    return { kind, source, text: textOf(source), estate: scopeOf(source).estate };
  };
  const groupWithClones = (of: CloneName, near: SourceId | undefined): Group => {
    const groups = [...(near === undefined ? [] : [groupOf(near)]), ...allGroups().values()];
    return groups.find(({ estate }) => cloneGroup(of, estate) !== undefined) ?? emptyGroup;
  };
  const scenarioFindings = (source: SourceId): readonly Finding[] => {
    const scenario = held.get(source);
    if (!scenario) return [];
    const estate = scenarioEstate(source);
    const known = scenarioAnswers.get(scenario);
    if (known?.estate === estate && known.settings === settings) return known.findings;
    const { problems } = readScenario(source, scenario.text.whole(), { estate });
    const own = runRules(emptyEstate, {
      settings: settings.rules ?? noRules,
      problems: problems.map((problem) => ({ kind: 'scenario', ...problem })),
    });
    const findings = own.get(source) ?? [];
    scenarioAnswers.set(scenario, { estate, settings, findings });
    return findings;
  };
  function* checkInSteps(): Steps<Findings> {
    const started = edition;
    if (groups === undefined) {
      const made = yield* within(0, 0.4, makeGroups(held, previous));
      if (edition !== started) return yield* checkInSteps();
      groups ??= made;
    }
    const all = new Map<SourceId, readonly Finding[]>();
    const now = [...allGroups().values()];
    for (const [index, group] of now.entries()) {
      const steps = runInSteps(group.estate, { settings: settings.rules ?? noRules, problems: group.problems });
      const share = (part: number) => 0.4 + (0.6 * part) / now.length;
      const findings = group.findings ?? (yield* within(share(index), share(index + 1), steps));
      if (edition !== started) return yield* checkInSteps();
      group.findings = findings;
      for (const [source, own] of findings) all.set(source, own);
    }
    for (const source of held.keys()) {
      if (sourceKind(source) !== 'scenario') continue;
      const own = scenarioFindings(source);
      if (own.length > 0) all.set(source, own);
    }
    checked = allGroups();
    changes.clear();
    return all;
  }
  const allFindings = (): Findings => toTheEnd(checkInSteps());
  const passingFindings = (source: SourceId): readonly Finding[] | undefined => {
    const now = held.get(source);
    const group = [...checked.values()].find(({ estate }) => estate.documents.has(source));
    const before = group?.estate.documents.get(source);
    if (!now || !before || !group?.findings) return undefined;
    const findings = group.findings.get(source) ?? [];
    const change = changes.get(source);
    if (!change) return findings;
    const part = changedPart(before, change, now.text, () => now.document ?? before);
    const edit = trimChange(change, before.text, now.text);
    return followEdit({ before, edit, part, findings, estate: group.estate }, { settings: settings.rules ?? noRules });
  };

  return {
    open: (source, text) => {
      changed(source, { start: 0, oldEnd: held.get(source)?.text.length ?? 0, newEnd: text.length });
      put(source, hold(source, text));
      isPreviousNear = false;
    },
    change: (source, edits) => {
      let now = held.get(source);
      if (!now) return;
      for (const edit of edits) {
        now = now.edited(edit);
        changed(source, changeOf(edit));
      }
      put(source, now);
    },
    close: (source) => {
      held.delete(source);
      forget();
      isPreviousNear = false;
    },
    text: (source) => held.get(source)?.text.whole(),
    lines: (source) => held.get(source)?.text,
    sources: () => [...held.keys()],
    configure: (next) => {
      settings = next;
      edition++;
      for (const group of groups?.values() ?? []) group.findings = undefined;
    },

    estate: (source) => (source === undefined ? ([...allGroups().values()][0] ?? emptyGroup) : groupOf(source)).estate,
    estates: () => [...allGroups().values()].map((group) => group.estate),
    findings: (source) =>
      sourceKind(source) === 'scenario' ? scenarioFindings(source) : (findingsOf(groupOf(source)).get(source) ?? []),
    allFindings,
    checkInSteps,
    passingFindings,

    hover: (source, offset) => {
      const file = yamlFile(source);
      if (file) return hoverInYaml(file, offset, place) ?? nameHover(scopeOf(source), source, offset, place);
      return onDocument(source, undefined, (document, estate) => hover(document, offset, estate, place));
    },
    completion: (source, offset) => {
      const file = yamlFile(source);
      if (file) return completionInYaml(file, offset);
      return inDocument(source, { replace: { start: offset, end: offset }, items: [] }, (document) =>
        completion(document, offset, nearEstate(source)),
      );
    },
    completionDocumentation,
    definition: (source, offset) => definition(scopeOf(source), source, offset),
    references: (source, offset) => references(scopeOf(source), source, offset),
    highlight: (source, offset) => highlight(scopeOf(source), source, offset),
    prepareRename: (source, offset, reach) => prepareRename(scopeOf(source), source, offset, reach),
    rename: (source, offset, newName, reach) => rename(scopeOf(source), source, offset, newName, reach, place),
    instanceAt: (source, offset) => instanceAt(scopeOf(source), source, offset),
    pathItems: (source, offset) => pathItemsAt(scopeOf(source), source, offset),
    incoming: (item) => incomingOf(item, scopeOf(item.at.source).estate),
    outgoing: (item) => outgoingOf(item, scopeOf(item.at.source).estate),
    symbols: (source) => onDocument(source, [], symbols),
    workspaceSymbols: (query) =>
      workspaceSymbols(
        query,
        [...allGroups().values()].map(({ estate }) => estate),
      ),
    selectionRanges: (source, offset) =>
      onDocument(source, [{ start: 0, end: textOf(source).length }], (document) => selectionRanges(document, offset)),
    documentLinks: (source) => {
      const kind = sourceKind(source);
      if (kind === 'mqsc') return onDocument(source, [], (document) => linksOfMqsc(document, ruleNames));
      return linksOfYaml(kind, { source, text: textOf(source) }, { sources: [...held.keys()], rules: ruleNames });
    },
    codeLens: (source) =>
      settings.codeLens === false
        ? []
        : onDocument(source, [], (document, estate) => codeLens(document, estate, findingsAtOnce(source).values())),
    inlayHints: (source, within) =>
      onDocument(source, [], (document, estate) => inlayHints(document, estate, within, settings.inlayHints ?? {})),
    folding: (source) => onDocument(source, [], folding),
    format: (source, options, within) =>
      inDocument(source, [], (document) => format(document, { ...formatSettings(), ...options }, within)),
    formatOnType: (source, offset, options) =>
      inDocument(source, [], (document) => formatOnType(document, offset, { ...formatSettings(), ...options })),
    semanticTokens: (source, within) => inDocument(source, [], (document) => semanticTokens(document, within)),
    codeActions(source, within) {
      const assists = onDocument(source, [], (document, estate) => assistActions(document, within, estate));
      const findings = findingsAtOnce(source).get(source) ?? [];
      const suppressions = inDocument(source, [], (document) => suppressActions(document, findings, within));
      return [...codeActions(findings, within), ...suppressions, ...assists];
    },
    fixAll: (wanted) => {
      const scratch = createService(held);
      scratch.configure(settings);
      return fixAll(scratch, wanted);
    },
    countFixes(code, source) {
      return findingsOfRule(this, code, source).length;
    },
    owner: (source, offset) =>
      onDocument(source, undefined, (_, estate) => {
        const assignment = assignmentAt(estate, source, offset);
        return assignment && { queueManagers: assignment.queueManagers, reason: assignment.reason };
      }),

    effectiveMqsc: (name, near) => {
      const groups = [...(near === undefined ? [] : [groupOf(near)]), ...allGroups().values()];
      const found = groups.map(({ estate }) => estate.queueManagers.get(name.toUpperCase())).find((one) => one);
      return found && effectiveMqsc(found, place);
    },

    compareClones: (of, near) => {
      const group = groupWithClones(of, near);
      const findings = findingsOf(group).values();
      return compareClones(of, { estate: group.estate, findings, settings: settings.rules ?? {}, place });
    },
    cloneFixes: (cell, near) => cloneFixes(cell, groupWithClones(cell.of, near).estate),
    clones: () => [...allGroups().values()].flatMap((group) => listClones(group.estate, findingsOf(group).values())),
    clonesAt: (source, offset) =>
      onDocument(source, [], (document, estate) =>
        clonesAt(document, offset, estate, findingsOf(groupOf(source)).get(source) ?? []),
      ),

    firstEstateFile: (folder) => {
      const inFolder = `${folder.replace(/\/$/, '')}/mqsc.yaml`;
      const governing = nearestEstateFile(inFolder, estateFiles());
      if (governing !== undefined) return { kind: 'there', estateFile: governing };
      const files = inferredFiles((allGroups().get(ungoverned) ?? emptyGroup).estate, inFolder);
      return { kind: 'new', estateFile: inFolder, text: files.size === 0 ? undefined : firstEstateFile(files) };
    },

    estateChildren: (id) =>
      estateChildren(
        [...allGroups()].map(([key, group]) => ({ key, estate: group.estate, findings: findingsOf(group) })),
        id,
      ),

    assignFile: (file, queueManager, folder) => {
      const governing = nearestEstateFile(file, estateFiles());
      const estateFile = governing ?? `${folder.replace(/\/$/, '')}/mqsc.yaml`;
      const answer =
        governing === undefined
          ? assignInNewEstateFile((allGroups().get(ungoverned) ?? emptyGroup).estate, {
              estateFile,
              file,
              queueManager,
            })
          : assignFile({ estateFile: { source: governing, text: textOf(governing) }, file, queueManager });
      return { ...answer, estateFile };
    },

    planOfScenario: (source) => {
      const { plan } = readScenario(source, textOf(source), { estate: scenarioEstate(source) });
      const problems = scenarioFindings(source);
      const isBroken = !plan || problems.some((problem) => problem.severity === 'error');
      const isAlone = estateOf(textOf(source)).kind === 'none';
      return { plan: isBroken ? undefined : isAlone ? plan : foretold(plan, allFindings()), problems };
    },
    planOfEstate: (focus) => {
      const group = focus?.source === undefined ? largest(allGroups().values()) : groupOf(focus.source);
      const answer = planOfEstate(group.estate, focus ?? {});
      return { ...answer, plan: answer.plan && foretold(answer.plan, findingsOf(group)) };
    },
    planOfFinding({ code, source, span }) {
      const finding = this.findings(source).find((f) => f.code === code && f.at.span.start === span.start);
      if (!finding?.subject) return { plan: undefined, problems: [], reason: 'This finding is not there any more.' };
      const group = groupOf(source);
      const answer = planOfFinding({ code, subject: finding.subject, estate: group.estate });
      return { ...answer, plan: answer.plan && foretold(answer.plan, findingsOf(group)) };
    },
    findingsOfPlan: (plan, near) => {
      const own = near !== undefined && sourceKind(near) === 'scenario' ? ownEstate(near, textOf(near)) : undefined;
      const group = near === undefined ? largest(allGroups().values()) : groupOf(near);
      const estate = own ?? group.estate;
      const needy = near === undefined ? estate : withNeedsOf(plan, estate, near);
      const findings = needy === group.estate ? findingsOf(group) : runRules(needy, { settings: settings.rules ?? {} });
      return planFindings(plan, findings.values());
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
    traceLines,
    storyOf,
    sequenceDiagram,
    compareWithFile: (lines, trace) => {
      const reading = readTrace(lines);
      if (reading.kind === 'unreadable') return { unreadable: reading.reason };
      return compareTraces(reading.trace, trace) ?? 'none';
    },
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

/** The plan with the clone and ordering findings about the queues that its applications use: what the run may show, and which rule said so. */
function foretold(plan: Plan, findings: ReadonlyMap<SourceId, readonly Finding[]>): Plan {
  const queues = new Set(plan.applications.map(({ queue }) => queue));
  const warnings = new Map<string, Plan['warnings'][number]>();
  for (const finding of [...findings.values()].flat()) {
    const queue = finding.subject?.queue;
    const bears = finding.group === 'clones' || finding.group === 'ordering';
    const key = `${finding.code} ${queue}`;
    if (!bears || queue === undefined || !queues.has(queue) || warnings.has(key)) continue;
    warnings.set(key, { code: finding.code, detail: finding.message });
  }
  return { ...plan, warnings: [...plan.warnings, ...warnings.values()] };
}
