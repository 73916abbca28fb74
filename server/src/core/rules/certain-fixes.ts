import type { Finding, Fix } from './rule.ts';

/**
 * Text that MQ would refuse, with one thing that it can have meant, is certain. What would change the behaviour of a
 * queue manager, and what has several ways out, is a person's choice.
 */
export const certainFix = (finding: Finding): Fix | undefined => {
  if (finding.severity !== 'error' && finding.severity !== 'warning') return undefined;
  const [fix, ...others] = finding.fixes ?? [];
  return others.length === 0 && (fix?.isCertain ?? isCertainByRule(finding)) ? fix : undefined;
};

const isCertainByRule = ({ code, group }: Finding): boolean =>
  (group === 'language' || code === 'unused-suppression') && !choices.has(code);

/**
 * One fix is offered, but the other reading is possible too: the first of two values, the name in lower case, another type, platform or
 * level instead of one attribute less.
 */
const choices: ReadonlySet<string> = new Set([
  'attribute-not-valid-here',
  'duplicate-attribute',
  'lowercase-name-folded',
  'platform-mismatch',
  'version-mismatch',
]);
