import { readEstateFile } from '#core/estate/read-estate-file.ts';
import { buildEstate } from '#core/model/build-estate.ts';
import type { Estate } from '#core/model/model.ts';
import { rules as allRules } from '#core/rules/index.ts';
import type { FileProblem, Finding, Rule } from '#core/rules/rule.ts';
import { runRules } from '#core/rules/run-rules.ts';
import { readScenario } from '#core/scenario/read-scenario.ts';
import { readDocument } from '#core/sources/read-document.ts';
import type { SourceId } from '#core/text/span.ts';
import { type Fixture, type FixtureFile, readFixture } from './fixture.ts';

/** A fixture made into an estate, the way the service does it. */
export interface EstateFixture extends Fixture {
  readonly estate: Estate;
  readonly problems: readonly FileProblem[];
}

/** Reads a fixture and builds its estate; a file named `mqsc.yaml` is the estate file, `….mqsim.yaml` are scenarios. */
export function estateOf(marked: string, previous?: Estate): EstateFixture {
  const fixture = readFixture(marked);
  return { ...fixture, ...buildFrom(fixture.files, previous) };
}

/** The findings of a fixture, by source. */
export function findingsOf(
  marked: string,
  rules: readonly Rule[] = allRules,
): EstateFixture & { readonly findings: ReadonlyMap<SourceId, readonly Finding[]> } {
  const made = estateOf(marked);
  return { ...made, findings: runRules(made.estate, { problems: made.problems, rules }) };
}

function buildFrom(files: readonly FixtureFile[], previous: Estate | undefined) {
  const estateText = files.find(({ source }) => isEstateFile(source));
  const read = estateText
    ? readEstateFile(estateText.source, estateText.text, { ruleNames: new Set(allRules.map(({ code }) => code)) })
    : { estateFile: undefined, problems: [] };
  const documents = files
    .filter(({ source }) => !isEstateFile(source) && !isScenario(source))
    .map(({ source, text }) => readDocument(source, text));
  const built = buildEstate({ documents, estateFile: read.estateFile, previous });
  const scenarioProblems = files
    .filter(({ source }) => isScenario(source))
    .flatMap(({ source, text }) => readScenario(source, text, { estate: built.estate }).problems)
    .map((problem) => ({ kind: 'scenario' as const, ...problem }));
  return { estate: built.estate, problems: [...read.problems, ...built.problems, ...scenarioProblems] };
}

const isEstateFile = (source: SourceId): boolean => /(^|\/)mqsc\.ya?ml$/.test(source);

const isScenario = (source: SourceId): boolean => source.endsWith('.mqsim.yaml');
