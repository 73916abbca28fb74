import type { Estate } from '#core/model/model.ts';
import { rules } from '#core/rules/index.ts';
import type { ComparedAttribute, Finding, Severity } from '#core/rules/rule.ts';
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
  for (const { code, severity, check } of rules) {
    const own = estate.settings.rules[code];
    const set = settings[code] ?? own?.severity;
    if (check.scope !== 'estate' || set === 'off') continue;
    const mayDiffer = new Set(own?.mayDiffer?.map((keyword) => keyword.toUpperCase()));
    for (const compared of check.compares ?? []) {
      if (compared.of !== of || mayDiffer.has(compared.keyword)) continue;
      found.set(compared.keyword, importanceOf(set ?? compared.severity ?? severity));
    }
  }
  return found;
}

/** The codes of the rules that compare such objects. */
export const rulesComparing = (of: ComparedAttribute['of']): ReadonlySet<string> =>
  new Set(
    rules
      .filter(({ check }) => check.scope === 'estate' && check.compares?.some((compared) => compared.of === of))
      .map(({ code }) => code),
  );

/** How much a difference matters, by what was found of it; nothing found: it may be. */
export const worst = (findings: readonly Finding[]): Importance => {
  const all = findings.map(({ severity }) => importanceOf(severity));
  return all.includes('must') ? 'must' : all.includes('should') ? 'should' : 'may';
};

const importanceOf = (severity: Severity): Importance =>
  severity === 'error' ? 'must' : severity === 'warning' ? 'should' : 'may';
