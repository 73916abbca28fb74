import { estateNames } from '#core/estate/estate-names.ts';
import { matchPath } from '#core/estate/match-path.ts';
import type { YamlName } from '#core/estate/yaml-names.ts';
import { suppressionsOf } from '#core/rules/suppression.ts';
import { scenarioNames } from '#core/scenario/scenario-names.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import type { DocumentLink } from './answers.ts';

/** The rules that comments of an MQSC text switch off. */
export const linksOfMqsc = (document: Document, rules: ReadonlySet<string>): readonly DocumentLink[] =>
  suppressionsOf(document)
    .filter(({ code }) => rules.has(code))
    .map(({ code, codeSpan }) => ({ span: codeSpan, target: { kind: 'rule', code } }));

/** The files and rules that an `mqsc.yaml` or a scenario names. A glob links when it means one source only. */
export function linksOfYaml(
  kind: 'estate-file' | 'scenario',
  file: { readonly source: SourceId; readonly text: string },
  known: { readonly sources: readonly SourceId[]; readonly rules: ReadonlySet<string> },
): readonly DocumentLink[] {
  const names = kind === 'scenario' ? scenarioNames(file.text) : estateNames(file.text);
  return names.flatMap((name) => linkOf(name, file.source, known));
}

function linkOf(
  { kind, name, span }: YamlName,
  base: SourceId,
  { sources, rules }: { readonly sources: readonly SourceId[]; readonly rules: ReadonlySet<string> },
): readonly DocumentLink[] {
  if (kind === 'rule') return rules.has(name) ? [{ span, target: { kind, code: name } }] : [];
  if (kind !== 'file') return [];
  const [source, another] = sources.filter((one) => matchPath(name, base, one));
  return source !== undefined && another === undefined ? [{ span, target: { kind: 'source', source } }] : [];
}
