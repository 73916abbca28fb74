import type { Finding, Rule, Severity } from '#core/rules/rule.ts';
import type { Location, TextEdit } from '#core/text/span.ts';
import { fingerprint, fingerprintKey } from './fingerprint.ts';
import { type ReportSources, rangeOf } from './place.ts';

/** The findings as a SARIF 2.1.0 log (OASIS standard), for code scanning services. */
export function findingsSarif(
  findings: readonly Finding[],
  rules: readonly Rule[],
  version: string,
  sources: ReportSources,
): object {
  const indexOf = new Map(rules.map((rule, index) => [rule.code, index]));
  const told = new Map<string, number>();
  /** Findings that nothing tells apart are numbered in their order. */
  const identity = (finding: Finding): string => {
    const key = fingerprintKey(fingerprint(finding, sources));
    const number = (told.get(key) ?? 0) + 1;
    told.set(key, number);
    return number === 1 ? key : `${key} | ${number}`;
  };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mqsc', version, rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, identity(finding), indexOf, sources)),
      },
    ],
  };
}

const describeRule = (rule: Rule): object => ({
  id: rule.code,
  shortDescription: { text: rule.title },
  fullDescription: { text: rule.docs.behaviour },
  help: { text: helpText(rule, ''), markdown: helpText(rule, '## ') },
  defaultConfiguration: { level: level(rule.severity) },
  properties: { tags: ['ibm-mq', rule.group] },
});

const helpText = ({ docs }: Rule, heading: string): string =>
  [
    [`${heading}What MQ does`, docs.behaviour],
    [`${heading}Why it hurts`, docs.harm],
    [`${heading}How to fix it`, docs.remedy],
    [`${heading}When it is fine`, docs.exception ?? 'Never.'],
    ...(docs.mqSays ? [[`${heading}What MQ says`, docs.mqSays]] : []),
    [`${heading}Where this comes from`, docs.sources.map((source) => `- ${source}`).join('\n')],
  ]
    .map((part) => part.join('\n\n'))
    .join('\n\n');

function result(
  finding: Finding,
  identity: string,
  indexOf: ReadonlyMap<string, number>,
  sources: ReportSources,
): object {
  const ruleIndex = indexOf.get(finding.code);
  return {
    ruleId: finding.code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: level(finding.severity),
    message: { text: finding.message },
    locations: [{ physicalLocation: physical(finding.at, sources) }],
    ...(finding.related?.length && {
      relatedLocations: finding.related.map((related, id) => ({
        id: id + 1,
        physicalLocation: physical(related.at, sources),
        message: { text: related.message },
      })),
    }),
    ...(finding.fixes?.length && {
      fixes: finding.fixes.map((fix) => ({
        description: { text: fix.title },
        artifactChanges: changes(fix.edits, sources),
      })),
    }),
    partialFingerprints: { 'mqscFinding/v1': identity },
  };
}

function changes(edits: readonly TextEdit[], sources: ReportSources): readonly object[] {
  return [...Map.groupBy(edits, (edit) => edit.source)].map(([source, own]) => ({
    artifactLocation: { uri: uriOf(sources.nameOf(source)) },
    replacements: own.map((edit) => ({
      deletedRegion: region(edit, sources),
      insertedContent: { text: edit.newText },
    })),
  }));
}

const physical = (at: Location, sources: ReportSources): object => ({
  artifactLocation: { uri: uriOf(sources.nameOf(at.source)) },
  region: region(at, sources),
});

function region(at: Location, sources: ReportSources): object {
  const range = rangeOf(sources, at.source, at.span);
  return {
    startLine: range.line,
    startColumn: range.column,
    endLine: range.endLine,
    endColumn: range.endColumn,
  };
}

/** A relative reference with each segment escaped; SARIF wants URIs with forward slashes. */
const uriOf = (name: string): string => name.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');

const level = (severity: Severity): 'error' | 'warning' | 'note' =>
  severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'note';
