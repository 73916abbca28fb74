import type { Finding } from '#core/rules/rule.ts';
import type { Location, Span } from '#core/text/span.ts';

/**
 * A finding about a scenario. An error means that the plan is not what the text says: hosts show it and do not run. A
 * warning or an info leaves a plan that can run.
 */
export interface ScenarioProblem extends Finding {
  readonly code: 'scenario-invalid';
}

export const scenarioProblem = (
  severity: ScenarioProblem['severity'],
  at: Location,
  message: string,
): ScenarioProblem => ({ code: 'scenario-invalid', group: 'estate', severity, at, message });

/** Kinds of names that one part of a scenario gives and another part uses. */
export type NameKind = (typeof nameKinds)[number];

export const isNameKind = (kind: string): kind is NameKind => nameKinds.some((known) => known === kind);

const nameKinds = [
  'queue-manager',
  'object-queue-manager',
  'queue',
  'channel',
  'application',
  'sharing-group',
  'host',
  'host-member',
] as const;

/** A name that was read, to be looked up once everything is known. */
export interface NameUse {
  readonly kind: NameKind;
  readonly name: string;
  readonly span: Span;
}
