import type { Rule } from './rule.ts';

/** The only list of rules: by group in the order of the documentation, by name within a group. One import and one entry each. */
export const rules: readonly Rule[] = [
  // language
  // script order
  // references
  // clones
  // ordering
  // cluster
  // estate
];
