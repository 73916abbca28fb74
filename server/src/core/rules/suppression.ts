import { similar } from '#core/facts/similar.ts';
import { commandsOf, type Document, type Part } from '#core/syntax/tree.ts';
import type { SourceText } from '#core/text/source-text.ts';
import { type Span, shift } from '#core/text/span.ts';
import type { IdleSuppression } from './rule.ts';

/** A comment that switches a rule off: `* @ignore rule: reason` for the command below, `* @ignore-file rule: reason` for the file. */
export interface Suppression {
  /** The comment, without its line end. */
  readonly span: Span;
  /** Its whole line, line end included. */
  readonly line: Span;
  readonly code: string;
  readonly codeSpan: Span;
  /** Empty when none was written: the suppression is then without effect. */
  readonly reason: string;
  readonly reach: Reach;
}

export type Reach =
  | { readonly kind: 'file' }
  /** Findings that start inside the span. */
  | { readonly kind: 'command'; readonly span: Span }
  /** An `@ignore` that no command follows. */
  | { readonly kind: 'nothing' };

/** The suppressions of a document in the order of its text; kept as long as the document is the same. */
export const suppressionsOf = (document: Document): readonly Suppression[] => {
  let found = bySource.get(document);
  if (!found) {
    found = document.text.whole().includes('@ignore') ? read(document) : [];
    bySource.set(document, found);
  }
  return found;
};

/** Those that can reach into a part of a document that was `before`: its own, and those of the whole file around it. */
export const suppressionsOfPart = ({ document, from, change }: Part, before: Document): readonly Suppression[] => [
  ...suppressionsOf(before).filter(
    ({ span, reach }) => reach.kind === 'file' && (span.start < change.start || span.start >= change.oldEnd),
  ),
  ...suppressionsOf(document).map((one) => moveSuppression(one, from)),
];

const moveSuppression = ({ span, line, codeSpan, reach, ...rest }: Suppression, by: number): Suppression => ({
  ...rest,
  span: shift(span, by),
  line: shift(line, by),
  codeSpan: shift(codeSpan, by),
  reach: reach.kind === 'command' ? { ...reach, span: shift(reach.span, by) } : reach,
});

/** Whether a finding of `code` that starts at `offset` is meant by the suppression. */
export const reaches = (suppression: Suppression, code: string, offset: number): boolean => {
  if (suppression.code !== code || suppression.reason === '') return false;
  switch (suppression.reach.kind) {
    case 'file':
      return true;
    case 'command':
      return suppression.reach.span.start <= offset && offset < suppression.reach.span.end;
    case 'nothing':
      return false;
  }
};

/** Why each of these suppressions, which no finding needed, is of no use. Those of rules that are switched off are left out. */
export const idleSuppressions = (unused: readonly Suppression[], rules: RuleNames): readonly IdleSuppression[] =>
  unused.flatMap(({ span, line, code, codeSpan, reason, reach }) => {
    const idle = (why: IdleSuppression['why']) => ({ span, line, code, codeSpan, why, similar: undefined });
    if (!rules.all.has(code)) return [{ ...idle('unknown-rule'), similar: similar(code, [...rules.all]) }];
    if (reason === '') return [idle('no-reason')];
    if (!rules.active.has(code)) return [];
    return [idle(reach.kind === 'nothing' ? 'no-command-below' : 'no-finding')];
  });

export interface RuleNames {
  readonly all: ReadonlySet<string>;
  /** Those that are not switched off. */
  readonly active: ReadonlySet<string>;
}

const bySource = new WeakMap<Document, readonly Suppression[]>();

/** The comment's text after its asterisks: the word, the rule, and what follows the colon. */
const form = /^\s*\*+\s*@(ignore|ignore-file)\s+([\w-]+)\s*(?::\s*(.*?))?\s*$/;

const read = (document: Document): readonly Suppression[] => {
  const below = new Map<number, Span>();
  for (const command of commandsOf(document))
    for (const comment of command.leadingComments) below.set(comment.start, command);
  const found: Suppression[] = [];
  for (const slice of document.slices) {
    for (const span of slice.comments) {
      const comment = document.text.slice(span.start, span.end);
      const match = form.exec(comment);
      if (!match) continue;
      const [, word, code = '', reason = ''] = match;
      const codeStart = span.start + comment.indexOf(code, comment.indexOf('@') + `@${word}`.length);
      found.push({
        span,
        line: lineAround(document.text, span),
        code,
        codeSpan: { start: codeStart, end: codeStart + code.length },
        reason,
        reach: word === 'ignore-file' ? { kind: 'file' } : reachOf(below.get(span.start)),
      });
    }
  }
  return found;
};

const reachOf = (command: Span | undefined): Reach =>
  command ? { kind: 'command', span: { start: command.start, end: command.end } } : { kind: 'nothing' };

const lineAround = (text: SourceText, { start, end }: Span): Span => {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next + 1 };
};
