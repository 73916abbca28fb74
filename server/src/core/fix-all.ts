import { type ChosenFix, fixInRounds } from './fix-in-rounds.ts';
import { certainFix } from './rules/certain-fixes.ts';
import type { Finding } from './rules/rule.ts';
import type { Service } from './service-types.ts';
import type { SourceId, TextEdit } from './text/span.ts';

export type FixAll =
  /** What is certain in one source. */
  | { readonly of: 'source'; readonly source: SourceId }
  /** The findings of one rule in the estate of a source, each by its first fix; where clones differ, those of `queueManager` follow the others. */
  | {
      readonly of: 'rule';
      readonly code: string;
      readonly source: SourceId;
      readonly queueManager: string | undefined;
    };

/** The edits that end all findings that are meant, as far as fixes can. `scratch` is a service of its own: its texts are changed. */
export function fixAll(scratch: Service, wanted: FixAll): readonly TextEdit[] {
  const edits =
    wanted.of === 'source'
      ? fixInRounds(scratch, () => scratch.findings(wanted.source).flatMap(certain), CERTAIN_ROUNDS)
      : fixInRounds(scratch, fixesOfRule(scratch, wanted), RULE_ROUNDS);
  return [...edits.values()].flat();
}

/** One certain fix uncovers another a few times over, not for ever. */
export const CERTAIN_ROUNDS = 10;
/** Among many clones with many values, each round ends the differences to one of them. */
const RULE_ROUNDS = 50;

/** A finding with its certain fix, if it has one. */
export const certain = (finding: Finding): readonly ChosenFix[] => {
  const fix = certainFix(finding);
  return fix ? [{ finding, fix }] : [];
};

function fixesOfRule(
  scratch: Service,
  { code, source, queueManager }: Extract<FixAll, { of: 'rule' }>,
): () => readonly ChosenFix[] {
  let left = Number.POSITIVE_INFINITY;
  return () => {
    const found = findingsOfRule(scratch, code, source);
    // A fix that does not end its finding is not made again and again.
    if (found.length >= left) return [];
    left = found.length;
    const first = found.filter((one) => one.queueManager === queueManager);
    return [...first, ...found.filter((one) => !first.includes(one))].flatMap((finding) => {
      const fix = finding.fixes?.[0];
      return fix ? [{ finding, fix }] : [];
    });
  };
}

/** The findings of a rule with a fix, in the estate that a source belongs to. */
export const findingsOfRule = (service: Service, code: string, source: SourceId): readonly Finding[] =>
  [...service.estate(source).documents.keys()]
    .flatMap((one) => service.findings(one))
    .filter((finding) => finding.code === code && (finding.fixes?.length ?? 0) > 0);
