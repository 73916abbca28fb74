import type { Finding, Fix } from '#core/rules/rule.ts';
import type { Service } from '#core/service-types.ts';
import type { SourceId, TextEdit } from '#core/text/span.ts';

/**
 * Applies the fixes that are certain. A fix can uncover another, so it goes round until nothing changes. Returns the
 * sources that changed.
 */
export function applyFixes(service: Service, findings: () => readonly Finding[]): ReadonlySet<SourceId> {
  const changed = new Set<SourceId>();
  for (let round = 0; round < 10; round++) {
    const edits = compatibleEdits(findings().flatMap(certainFix));
    if (edits.length === 0) break;
    for (const [source, own] of Map.groupBy(edits, (edit) => edit.source)) {
      service.change(
        source,
        own.toSorted((a, b) => b.span.start - a.span.start),
      );
      changed.add(source);
    }
  }
  return changed;
}

/**
 * Text that MQ would refuse, with one thing that it can have meant, is certain. What would change the behaviour of a
 * queue manager, and what has several ways out, is a person's choice.
 */
const certainFix = (finding: Finding): readonly Fix[] => {
  if (finding.group !== 'language' && finding.code !== 'unused-suppression') return [];
  if (finding.severity !== 'error' && finding.severity !== 'warning') return [];
  if (choices.has(finding.code) || finding.fixes?.length !== 1) return [];
  return finding.fixes;
};

/** One fix is offered, but the other reading is possible too: the first of two values, the name in lower case. */
const choices: ReadonlySet<string> = new Set(['duplicate-attribute', 'lowercase-name-folded']);

/** Fixes whose edits touch no edit taken before; the others wait for the next round. */
function compatibleEdits(fixes: readonly Fix[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const fix of fixes)
    if (!fix.edits.some((edit) => taken.some((other) => meets(edit, other)))) taken.push(...fix.edits);
  return taken;
}

const meets = (a: TextEdit, b: TextEdit): boolean =>
  a.source === b.source && a.span.start <= b.span.end && b.span.start <= a.span.end;
