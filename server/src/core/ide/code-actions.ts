import { assistsAt } from '#core/assists/assists-at.ts';
import type { Estate } from '#core/model/model.ts';
import type { Finding } from '#core/rules/rule.ts';
import { canPlay } from '#core/scenario/plan-of-finding.ts';
import { encodeEdits } from '#core/syntax/encode-edits.ts';
import { keepSequenceNumbers } from '#core/syntax/keep-sequence-numbers.ts';
import type { Document } from '#core/syntax/tree.ts';
import type { Span } from '#core/text/span.ts';
import type { CodeAction } from './answers.ts';

/** What a person can do about the findings in a span: their fixes, and "play it forward" where the harm can be shown. */
export function codeActions(findings: readonly Finding[], within: Span): readonly CodeAction[] {
  const here = findings.filter(({ at }) => at.span.start <= within.end && within.start <= at.span.end);
  return here.flatMap((finding) => [...fixesOf(finding), ...playForwardOf(finding)]);
}

/** Changes that can be wanted where nothing is wrong. */
export const assistActions = (document: Document, within: Span, estate: Estate): readonly CodeAction[] =>
  assistsAt(document, within, estate).flatMap(({ title, edits: wanted }) => {
    const edits = encodeEdits(keepSequenceNumbers(wanted, estate.documents), estate.documents);
    return edits
      ? [{ title, kind: 'refactor', fixes: undefined, edits, isPreferred: false, playForward: undefined } as const]
      : [];
  });

const fixesOf = (finding: Finding): readonly CodeAction[] =>
  (finding.fixes ?? []).map((fix, index) => ({
    title: fix.title,
    kind: 'quickfix',
    fixes: { code: finding.code, span: finding.at.span },
    edits: fix.edits,
    isPreferred: index === 0,
    playForward: undefined,
  }));

const playForwardOf = (finding: Finding): readonly CodeAction[] =>
  finding.subject && canPlay(finding.code, finding.subject.attribute)
    ? [
        {
          title: `Play forward: what ${finding.code} does to messages`,
          kind: 'quickfix',
          fixes: { code: finding.code, span: finding.at.span },
          edits: [],
          isPreferred: false,
          playForward: { code: finding.code, source: finding.at.source, span: finding.at.span },
        },
      ]
    : [];
