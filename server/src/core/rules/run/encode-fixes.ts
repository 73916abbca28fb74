import { encodeEdits } from '#core/syntax/encode-edits.ts';
import { type Document, isQuoted } from '#core/syntax/tree.ts';
import type { SourceId } from '#core/text/span.ts';
import type { Finding } from '../rule.ts';

type Documents = ReadonlyMap<SourceId, Document>;

/**
 * The findings with their fixes as quoted scalars of YAML must write them, without those that cannot be written there. The list stays
 * the same as long as it is asked for with the same documents, and where no source has such scalars.
 */
export function encodeFixes(findings: readonly Finding[], documents: Documents): readonly Finding[] {
  if (!mayBeQuoted(documents)) return findings;
  const known = encodedLists.get(findings);
  if (known?.documents === documents) return known.encoded;
  const encoded = findings.map((finding) => {
    const fixes = finding.fixes?.flatMap((fix) => {
      const edits = encodeEdits(fix.edits, documents);
      return edits ? [{ ...fix, edits }] : [];
    });
    return fixes ? { ...finding, fixes } : finding;
  });
  encodedLists.set(findings, { documents, encoded });
  return encoded;
}

const encodedLists = new WeakMap<
  readonly Finding[],
  { readonly documents: Documents; readonly encoded: readonly Finding[] }
>();

const mayBeQuoted = (documents: Documents): boolean => {
  const known = quoted.get(documents);
  if (known !== undefined) return known;
  const found = [...documents.values()].some(({ kind, slices }) => kind === 'yaml' && slices.some(isQuoted));
  quoted.set(documents, found);
  return found;
};

/** Asked for each source of an estate. */
const quoted = new WeakMap<Documents, boolean>();
