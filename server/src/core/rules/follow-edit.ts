import type { Estate } from '#core/model/model.ts';
import type { Command, Document } from '#core/syntax/tree.ts';
import { type SourceId, type Span, shift } from '#core/text/span.ts';
import { rules as allRules } from './index.ts';
import type { Finding, Related } from './rule.ts';
import { byPlace } from './run/finish-source.ts';
import { type RunOptions, runOnPart } from './run-rules.ts';

/** A source whose text went on since the estate was last checked. */
export interface EditedSource {
  readonly before: Document;
  readonly after: Document;
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
export function followEdit({ before, after, findings, estate }: EditedSource, options: RunOptions): readonly Finding[] {
  const { source } = after;
  const touched = touchedCommands(before, after);
  const edit = editedText(before.text, after.text, touched);
  const carried = findings
    .filter(({ code, at }) => {
      const scope = scopes.get(code);
      const isTouched = touched.start <= at.span.start && at.span.start < touched.oldEnd;
      return scope !== 'document' && !(scope === 'command' && isTouched);
    })
    .flatMap((finding) => moveFinding(finding, source, edit));
  const fresh = runOnPart(after, { start: touched.start, end: touched.newEnd }, estate, options);
  return [...carried, ...fresh].sort(byPlace);
}

const scopes: ReadonlyMap<string, string> = new Map(allRules.map(({ code, check }) => [code, check.scope]));

/** A part of a text, and where it ends in the text that came after. */
interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** From behind the last command that stayed as it was before the edit, to the first that did so behind it. */
function touchedCommands(before: Document, after: Document): Change {
  const old = allCommands(before);
  const now = allCommands(after);
  const delta = after.text.length - before.text.length;
  const shorter = Math.min(old.length, now.length);
  let first = 0;
  while (first < shorter && isSame(old[first], now[first], 0)) first++;
  let last = 0;
  while (last < shorter - first && isSame(old.at(-1 - last), now.at(-1 - last), delta)) last++;
  const oldEnd = last > 0 ? (old.at(-last)?.start ?? 0) : before.text.length;
  return { start: old[first - 1]?.end ?? 0, oldEnd, newEnd: oldEnd + delta };
}

/** A script has one slice, and its commands need not be copied. */
const allCommands = ({ slices }: Document): readonly Command[] =>
  slices.length === 1 && slices[0] ? slices[0].commands : slices.flatMap(({ commands }) => commands);

const isSame = (old: Command | undefined, now: Command | undefined, delta: number): boolean =>
  old !== undefined && now !== undefined && old.body === now.body && old.start + delta === now.start;

/** The characters that differ, within a part that is known to hold all of them. */
function editedText(before: string, after: string, { start, oldEnd, newEnd }: Change): Change {
  let from = start;
  while (from < oldEnd && from < newEnd && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let behind = 0;
  const most = Math.min(oldEnd, newEnd) - from;
  while (behind < most && before.charCodeAt(oldEnd - 1 - behind) === after.charCodeAt(newEnd - 1 - behind)) behind++;
  return { start: from, oldEnd: oldEnd - behind, newEnd: newEnd - behind };
}

/** Undefined when the edit cut into the span. */
function moveSpan(span: Span, { start, oldEnd, newEnd }: Change): Span | undefined {
  if (span.end <= start) return span;
  if (span.start >= oldEnd) return shift(span, newEnd - oldEnd);
  return span.start <= start && span.end >= oldEnd ? { start: span.start, end: span.end + newEnd - oldEnd } : undefined;
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
