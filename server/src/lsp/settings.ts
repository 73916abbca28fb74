import type { Severity } from '#core/rules/rule.ts';
import type { ServiceSettings } from '#core/service-types.ts';

/** Reads `mqsc.rules` out of whatever the client sends for the section `mqsc`; what makes no sense is left out. */
export function rulesOf(section: unknown): Readonly<Record<string, Severity | 'off'>> {
  if (!isRecord(section) || !isRecord(section.rules)) return {};
  const entries = Object.entries(section.rules);
  return Object.fromEntries(entries.filter((entry): entry is [string, Severity | 'off'] => isSeverity(entry[1])));
}

/** Reads `mqsc.codeLens` and `mqsc.inlayHints`: everything is shown unless it is switched off. */
export function shownOf(section: unknown): Pick<ServiceSettings, 'codeLens' | 'inlayHints'> {
  const hints = isRecord(section) && isRecord(section.inlayHints) ? section.inlayHints : {};
  return {
    codeLens: !isRecord(section) || section.codeLens !== false,
    inlayHints: { queueManager: hints.queueManager !== false, defaults: hints.defaults !== false },
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const severities: ReadonlySet<unknown> = new Set(['off', 'hint', 'info', 'warning', 'error']);

const isSeverity = (value: unknown): value is Severity | 'off' => severities.has(value);
