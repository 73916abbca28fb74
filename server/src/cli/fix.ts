import type { Finding } from '#core/rules/rule.ts';
import { CERTAIN_ROUNDS, certain, fixInRounds } from '#core/service.ts';
import type { Service } from '#core/service-types.ts';
import type { SourceId } from '#core/text/span.ts';

/** Applies the fixes that are certain. Returns the sources that changed. */
export const applyFixes = (service: Service, findings: () => readonly Finding[]): ReadonlySet<SourceId> =>
  new Set(fixInRounds(service, () => findings().flatMap(certain), CERTAIN_ROUNDS).keys());
