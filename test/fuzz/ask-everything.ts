import type { RenameReach } from '#core/ide/answers.ts';
import { defaultFormat, type FormatOptions } from '#core/ide/format/format-options.ts';
import type { Plan } from '#core/scenario/plan.ts';
import type { Service } from '#core/service-types.ts';
import { run } from '#core/sim/run.ts';
import { readDocument } from '#core/sources/read-document.ts';
import type { CommandBody, Document } from '#core/syntax/tree.ts';
import { applyEdits } from '#core/text/apply-edits.ts';
import type { SourceId, Span, TextEdit } from '#core/text/span.ts';
import { checkAnswer, holds } from './holds.ts';
import type { Random } from './random.ts';

/** Asks every feature of the façade about a source, at some places, and checks what holds for every answer. */
export function askEverything(service: Service, source: SourceId, random: Random): void {
  const text = service.text(source) ?? '';
  const check = (feature: string, answer: unknown): void => checkAnswer(feature, answer, source, service);
  const within = someSpan(random, text.length);
  for (const own of service.allFindings().values()) check('findings', own);
  check('passingFindings', service.passingFindings(source));
  check('symbols', service.symbols(source));
  check('workspaceSymbols', service.workspaceSymbols(random.pick(['', 'q', 'ORD', '*'])));
  check('folding', service.folding(source));
  check('semanticTokens', service.semanticTokens(source));
  check('semanticTokens', service.semanticTokens(source, within));
  inOrder(service.semanticTokens(source).map(({ span }) => span));
  check('codeLens', service.codeLens(source));
  check('inlayHints', service.inlayHints(source, within));
  check('documentLinks', service.documentLinks(source));
  const caret = (): number => random.below(text.length + 1);
  for (let left = 3; left > 0; left--) askAt(service, source, caret(), random);
  askFormat(service, source, random);
  for (const { edits, title } of service.codeActions(
    source,
    random.oneIn(2) ? within : { start: 0, end: text.length },
  )) {
    check('codeActions', edits);
    if (edits.length > 0) staysReadable(`the action ${JSON.stringify(title)}`, service, edits);
  }
  for (const finding of service.findings(source))
    for (const { edits, title } of finding.fixes ?? []) staysReadable(`${finding.code}: ${title}`, service, edits);
}

/** Makes plans of what is open, runs them for a while and writes them out. */
export function playEverything(service: Service, random: Random): void {
  for (const source of service.sources())
    if (source.endsWith('.mqsim.yaml')) play(service, service.planOfScenario(source).plan);
  play(service, service.planOfEstate().plan);
  const subjects = [...service.allFindings().values()].flat().filter(({ subject }) => subject !== undefined);
  const finding = random.any(subjects);
  if (finding) play(service, service.planOfFinding({ code: finding.code, ...finding.at }).plan);
  const managers = service.estates().flatMap(({ queueManagers }) => [...queueManagers.values()]);
  const from = random.any(managers)?.name ?? 'QM1';
  const queue = random.any([...(random.any(managers)?.objects.all('queue') ?? [])])?.name ?? 'Q1';
  service.explain({ from, queue, bind: random.pick(['as-q-def', 'on-open', 'not-fixed', 'on-group']) });
}

function play(service: Service, plan: Plan | undefined): void {
  if (!plan) return;
  run(plan, { detail: 'off', mostEvents: 1 });
  service.scenarioText(plan);
}

function askAt(service: Service, source: SourceId, offset: number, random: Random): void {
  const check = (feature: string, answer: unknown): void => checkAnswer(feature, answer, source, service);
  check('hover', service.hover(source, offset));
  const completion = service.completion(source, offset);
  check('completion', completion);
  const topic = random.any(completion.items)?.topic;
  if (topic) service.completionDocumentation(topic);
  check('definition', service.definition(source, offset));
  check('references', service.references(source, offset));
  check('highlight', service.highlight(source, offset));
  const widening = service.selectionRanges(source, offset);
  check('selectionRanges', widening);
  for (const [index, outer] of widening.slice(1).entries()) {
    const inner = widening[index] ?? outer;
    holds(outer.start <= inner.start && inner.end <= outer.end, 'selection ranges do not widen');
  }
  service.instanceAt(source, offset);
  service.owner(source, offset);
  for (const item of service.pathItems(source, offset)) {
    check('pathItems', item);
    check('incoming', service.incoming(item));
    check('outgoing', service.outgoing(item));
  }
  askRename(service, source, offset, random);
}

function askRename(service: Service, source: SourceId, offset: number, random: Random): void {
  const reach: RenameReach = random.pick(['every-instance', 'one-instance']);
  const place = service.prepareRename(source, offset, reach);
  checkAnswer('prepareRename', place, source, service);
  const newName = random.pick(['NEW.NAME', 'mixed.Name', "o'clock", '', 'X'.repeat(60), 'a b', '+', '\n', '{{ x }}']);
  const answer = service.rename(source, offset, newName, reach);
  checkAnswer('rename', answer, source, service);
  if (answer.kind === 'edits') staysReadable('a rename', service, answer.edits);
}

function askFormat(service: Service, source: SourceId, random: Random): void {
  const text = service.text(source) ?? '';
  const options: FormatOptions = {
    ...defaultFormat,
    lineWidth: random.pick([30, 72, 80]),
    layout: random.pick(['auto', 'one-per-line', 'filled']),
    continuation: random.pick(['+', '-', 'keep']),
    keywordCase: random.pick(['upper', 'lower', 'keep']),
    attributeOrder: random.pick(['keep', 'catalogue']),
  };
  const edits = service.format(source, options);
  checkAnswer('format', edits, source, service);
  checkAnswer('format', service.format(source, options, someSpan(random, text.length)), source, service);
  checkAnswer('formatOnType', service.formatOnType(source, random.below(text.length + 1), options), source, service);
  if (edits.length === 0) return;
  const once = applyEdits(text, edits);
  staysReadable('formatting', service, edits);
  service.open(source, once);
  const twice = applyEdits(once, service.format(source, options));
  service.open(source, text);
  holds(once === twice, `formatting twice changes ${JSON.stringify(once)} to ${JSON.stringify(twice)}`);
}

const unreadable = new Set(['syntax-error', 'unterminated-string', 'unbalanced-parenthesis']);

const canBeRead = ({ verbName, problems }: CommandBody): boolean =>
  verbName !== undefined && !problems.some(({ code }) => unreadable.has(code));

/** How many places of a text no reader can make sense of. */
function faults({ slices, layoutProblems }: Document): number {
  const commands = slices.flatMap((slice) => slice.commands);
  const all = [...layoutProblems, ...commands.flatMap(({ body }) => body.problems)];
  return all.filter(({ code }) => unreadable.has(code)).length;
}

/**
 * Edits that are applied together never overlap, and in commands that can be read they leave nothing that cannot. In
 * others a repair may bring the next fault to light.
 */
function staysReadable(what: string, service: Service, edits: readonly TextEdit[]): void {
  for (const source of new Set(edits.map((edit) => edit.source))) {
    const text = service.text(source) ?? '';
    const own = edits.filter((edit) => edit.source === source);
    inOrder(own.map(({ span }) => span).toSorted((a, b) => a.start - b.start || a.end - b.end));
    if (source.endsWith('mqsc.yaml') || source.endsWith('.mqsim.yaml')) continue;
    const before = readDocument(source, text);
    const isTouched = ({ start, end }: Span): boolean => own.some(({ span }) => span.start <= end && start <= span.end);
    const touched = before.slices.flatMap(({ commands }) => commands).filter(isTouched);
    if (!touched.every(({ body }) => canBeRead(body))) continue;
    const after = applyEdits(text, own);
    const grown = faults(readDocument(source, after)) - faults(before);
    holds(grown <= 0, `${what} makes ${JSON.stringify(text)} into ${JSON.stringify(after)}: ${JSON.stringify(own)}`);
  }
}

function inOrder(spans: readonly Span[]): void {
  for (const [index, next] of spans.slice(1).entries())
    holds((spans[index]?.end ?? 0) <= next.start, `spans overlap: ${JSON.stringify([spans[index], next])}`);
}

function someSpan(random: Random, length: number): Span {
  const start = random.below(length + 1);
  return { start, end: start + random.below(length - start + 1) };
}
