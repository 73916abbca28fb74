import type { Estate } from '#core/model/model.ts';
import { rules } from '#core/rules/index.ts';
import type { ComparedAttribute, Finding, Rule, Severity } from '#core/rules/rule.ts';
import type { Importance } from './comparison.ts';

/** What the settings of the editor say of rules. */
export type RuleSeverities = Readonly<Record<string, Severity | 'off'>>;

/** Which attributes the clone rules want alike, and how much that matters in this estate. */
export function importances(
  of: ComparedAttribute['of'],
  estate: Estate,
  settings: RuleSeverities,
): ReadonlyMap<string, Importance> {
  const found = new Map<string, Importance>();
  for (const rule of rules) {
    const { code, severity } = rule;
    const own = estate.settings.rules[code];
    const set = settings[code] ?? own?.severity;
    if (set === 'off') continue;
    const mayDiffer = new Set(own?.mayDiffer?.map((keyword) => keyword.toUpperCase()));
    for (const compared of comparedBy(rule)) {
      if (compared.of !== of || mayDiffer.has(compared.keyword)) continue;
      found.set(compared.keyword, importanceOf(set ?? compared.severity ?? severity));
    }
  }
  return found;
}

/** The codes of the rules that compare such objects. */
export const rulesComparing = (of: ComparedAttribute['of']): ReadonlySet<string> =>
  new Set(rules.filter((rule) => comparedBy(rule).some((compared) => compared.of === of)).map(({ code }) => code));

const comparedBy = ({ check }: Rule): readonly ComparedAttribute[] => ('compares' in check && check.compares) || [];

/** How much a difference matters, by what was found of it; nothing found: it may be. */
export const worst = (findings: readonly Finding[]): Importance => {
  const all = findings.map(({ severity }) => importanceOf(severity));
  return all.includes('must') ? 'must' : all.includes('should') ? 'should' : 'may';
};

const importanceOf = (severity: Severity): Importance =>
  severity === 'error' ? 'must' : severity === 'warning' ? 'should' : 'may';
