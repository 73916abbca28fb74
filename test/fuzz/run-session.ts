import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { rules } from '#core/rules/index.ts';
import type { Finding } from '#core/rules/rule.ts';
import { createService } from '#core/service.ts';
import type { Service } from '#core/service-types.ts';
import { printDocument } from '#core/syntax/print.ts';
import type { SourceId } from '#core/text/span.ts';
import { askEverything, playEverything } from './ask-everything.ts';
import { holds } from './holds.ts';
import { makeMqsc } from './make-mqsc.ts';
import { makeEmbedding, makeEstateFile, makeScenario } from './make-yaml.ts';
import { makeEdit, mutate } from './mutate.ts';
import { type Random, random as seeded } from './random.ts';

/** What a session was doing, for the report of a failure. */
export interface SessionLog {
  readonly steps: string[];
  cases: number;
}

/** How often, in cases, the dear questions are asked: all features, a comparison with the texts opened anew, plans and runs. */
export interface Depth {
  readonly features: number;
  readonly anew: number;
  readonly plays: number;
}

export const thorough: Depth = { features: 10, anew: 6, plays: 100 };

/** For very many cases: nearly all are only read, printed and checked. */
export const shallow: Depth = { features: 200, anew: 100, plays: 5000 };

/** Opens a few sources and edits them: each text and each edit is a case. Throws at the first property that breaks. */
export function runSession(seed: number, most: number, log: SessionLog, depth: Depth = thorough): void {
  const random = seeded(seed);
  const service = createService();
  const wanted = 1 + random.below(4);
  for (let made = 0; made < wanted && log.cases < most; made++) {
    const [source, text] = makeSource(random);
    log.steps.push(`open ${source} ${JSON.stringify(text)}`);
    service.open(source, text);
    ask(service, source, random, log, depth);
  }
  for (let left = random.below(40); left > 0 && log.cases < most; left--) {
    const source = random.any(service.sources());
    if (source === undefined) return;
    if (random.oneIn(60)) {
      log.steps.push(`close ${source}`);
      service.close(source);
      continue;
    }
    // Somebody types on before anybody asks.
    for (let typed = random.oneIn(4) ? 3 : 1; typed > 0; typed--) {
      const edits = [makeEdit(random, service.text(source) ?? '')];
      log.steps.push(`change ${source} ${JSON.stringify(edits)}`);
      service.change(source, edits);
    }
    sameLayoutAtOnce(service, source);
    ask(service, source, random, log, depth);
  }
}

/** Findings each time, everything else as often as the depth says. */
function ask(service: Service, source: SourceId, random: Random, log: SessionLog, depth: Depth): void {
  log.cases++;
  service.findings(source);
  const document = service.estate(source).documents.get(source);
  if (document) holds(printDocument(document) === service.text(source), 'printed, the tree is another text');
  if (random.oneIn(depth.anew)) sameAsAnew(service);
  if (random.oneIn(depth.features)) askEverything(service, source, random);
  if (random.oneIn(depth.plays)) playEverything(service, random);
}

/** What is said of the layout at once after edits is what a check says, but for suppressions and settings that changed since the last one. */
function sameLayoutAtOnce(service: Service, source: SourceId): void {
  const passing = service.passingFindings(source);
  const isPlain = !service.sources().some((one) => one.endsWith('mqsc.yaml') || service.text(one)?.includes('@ignore'));
  if (!passing || !isPlain) return;
  const layoutOf = (findings: readonly Finding[]) => findings.filter(({ code }) => ofLayout.has(code));
  const actual = layoutOf(passing);
  const expected = layoutOf(service.findings(source));
  holds(
    isDeepStrictEqual(actual, expected),
    `at once ${source} has ${JSON.stringify(actual)}, checked ${JSON.stringify(expected)}`,
  );
}

const ofLayout: ReadonlySet<string> = new Set(
  rules.filter(({ check }) => check.scope === 'document').map(({ code }) => code),
);

function sameAsAnew(service: Service): void {
  const anew = createService();
  for (const source of service.sources()) anew.open(source, service.text(source) ?? '');
  const expected = anew.allFindings();
  const actual = service.allFindings();
  if (isDeepStrictEqual(new Map([...actual].toSorted()), new Map([...expected].toSorted()))) return;
  for (const source of service.sources())
    holds(
      isDeepStrictEqual(actual.get(source), expected.get(source)),
      `after edits ${source} has ${JSON.stringify(actual.get(source))}, opened anew ${JSON.stringify(expected.get(source))}`,
    );
}

function makeSource(random: Random): readonly [SourceId, string] {
  if (random.oneIn(3)) {
    const one = random.any(random.oneIn(6) ? keptYaml : keptScripts);
    if (one) return [one.source, mutate(random, one.text, 4)];
  }
  switch (random.below(20)) {
    case 0:
      return ['file:///w/k8s.yaml', makeEmbedding(random)];
    case 1:
      return [random.pick(['file:///w/mqsc.yaml', 'file:///w/sub/mqsc.yaml']), makeEstateFile(random)];
    case 2:
      return [random.pick(['file:///w/a.mqsim.yaml', 'file:///w/sub/b.mqsim.yaml']), makeScenario(random)];
    default:
      return [random.pick(scripts), makeMqsc(random)];
  }
}

const scripts = [
  'file:///w/QM1.mqsc',
  'file:///w/QM1.mqsc',
  'file:///w/QM2.mqsc',
  'file:///w/QM2.mqsc',
  'file:///w/common.mqsc',
  'file:///w/sub/QM3.mqsc',
  'file:///w/t.mqsc.j2',
  'file:///w/100%.mqsc',
  'file:///w/dump.tst',
  'untitled:Untitled-1',
  '-',
  '',
] as const;

/** Kept inputs: `name.mqsc` and so on, opened under that name. */
const kept = [
  ...readKept(join(import.meta.dirname, 'corpus')),
  ...readKept(join(import.meta.dirname, '../../client/samples')),
];
/** YAML takes its reader so long that it is tried less often. */
const keptYaml = kept.filter(({ source }) => source.endsWith('.yaml'));
const keptScripts = kept.filter(({ source }) => !source.endsWith('.yaml'));

/** Kept inputs, each opened under its own name. */
function readKept(folder: string): { readonly source: SourceId; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(mqsc|yaml|j2|tst)$/.test(name))
    .toSorted()
    .map((name) => ({ source: `file:///w/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
}
