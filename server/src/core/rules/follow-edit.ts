import type { Estate } from '#core/model/model.ts';
import type { Document, Part } from '#core/syntax/tree.ts';
import { type Change, growth } from '#core/text/change.ts';
import { type SourceId, type Span, shift } from '#core/text/span.ts';
import { rules as allRules } from './index.ts';
import type { Finding, Related } from './rule.ts';
import { byPlace } from './run/finish-source.ts';
import { type RunOptions, runOnPart } from './run-rules.ts';

/** A source whose text went on since the estate was last checked. */
export interface EditedSource {
  readonly before: Document;
  /** What was edited, no more. */
  readonly edit: Change;
  /** What that can have touched, as it is now. */
  readonly part: Part;
  /** What the last check of the whole estate found in `before`. */
  readonly findings: readonly Finding[];
  /** The estate of that check. */
  readonly estate: Estate;
}

/**
 * The findings of an edited source without another check of the estate: what is said of a command alone or of the text's layout is as
 * of now; what depends on other commands is as it was, moved with the text. The time it takes depends on the edit and on the number of
 * findings, not on the size of the estate, so that large estates are answered while somebody types; the next check settles the rest.
 */
export function followEdit(
  { before, edit, part, findings, estate }: EditedSource,
  options: RunOptions,
): readonly Finding[] {
  const { start, oldEnd } = part.change;
  const carried = findings
    .filter(({ code, at }) => !(isLocal.has(code) && start <= at.span.start && at.span.start < oldEnd))
    .flatMap((finding) => moveFinding(finding, before.source, edit));
  return [...carried, ...runOnPart(part, before, estate, options)].sort(byPlace);
}

/** What looks at a command alone, or at the layout around it. */
const isLocal: ReadonlySet<string> = new Set(
  allRules.filter(({ check }) => check.scope === 'command' || check.scope === 'document').map(({ code }) => code),
);

/** Undefined when the edit cut into the span. */
function moveSpan(span: Span, edit: Change): Span | undefined {
  if (span.end <= edit.start) return span;
  if (span.start >= edit.oldEnd) return shift(span, growth(edit));
  const isAround = span.start <= edit.start && span.end >= edit.oldEnd;
  return isAround ? { start: span.start, end: span.end + growth(edit) } : undefined;
}

/** The finding where its text is now; none when that text was cut. Links and fixes that were cut go as well. */
function moveFinding(finding: Finding, source: SourceId, edit: Change): readonly Finding[] {
  if (isBefore(finding, source, edit.start)) return [finding];
  const move = <T extends { readonly source: SourceId; readonly span: Span }>(place: T): T | undefined => {
    const span = place.source === source ? moveSpan(place.span, edit) : place.span;
    return span && { ...place, span };
  };
  const at = move(finding.at);
  if (!at) return [];
  const fixes = finding.fixes?.flatMap((fix) => {
    const edits = fix.edits.flatMap((one) => move(one) ?? []);
    return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
  });
  const related = finding.related?.flatMap((one): Related[] => {
    const moved = move(one.at);
    return moved ? [{ ...one, at: moved }] : [];
  });
  return [{ ...finding, at, ...(fixes && { fixes }), ...(related && { related }) }];
}

/** Whether all that the finding says of the source stands before the edit: then it is as it was. */
function isBefore({ at, fixes = [], related = [] }: Finding, source: SourceId, edited: number): boolean {
  const isUnmoved = (place: { readonly source: SourceId; readonly span: Span }): boolean =>
    place.source !== source || place.span.end <= edited;
  return (
    isUnmoved(at) && related.every((one) => isUnmoved(one.at)) && fixes.every(({ edits }) => edits.every(isUnmoved))
  );
}
