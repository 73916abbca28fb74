import type { Finding } from '#core/rules/rule.ts';
import type { ReportSources } from './place.ts';

/**
 * What makes a finding the same one after edits elsewhere: which rule, in which file, about which command and which text.
 * Neither lines nor the message are in it, because a message tells of the other queue managers too.
 */
export interface Fingerprint {
  readonly rule: string;
  /** As reports name it: relative to where the command runs. */
  readonly file: string;
  readonly queueManager: string;
  /** `DEFINE QLOCAL(ORDERS)`; blank outside of commands. */
  readonly command: string;
  /** What is marked, its blanks folded and its end cut off when it is long. */
  readonly text: string;
}

export const fingerprint = (finding: Finding, sources: ReportSources): Fingerprint => ({
  rule: finding.code,
  file: sources.nameOf(finding.at.source),
  queueManager: finding.queueManager ?? '',
  command: folded(sources.commandAt(finding.at.source, finding.at.span.start)),
  text: folded(sources.textAt(finding.at)),
});

/** One text for each fingerprint, to compare by. */
export const fingerprintKey = ({ rule, file, queueManager, command, text }: Fingerprint): string =>
  [rule, file, queueManager, command, text].map((part) => part.replaceAll('|', '||')).join(' | ');

const folded = (text: string): string =>
  text
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
const longest = 80;
