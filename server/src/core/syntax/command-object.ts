import { objectName } from '#core/facts/lookup.ts';

/**
 * Which of the parameters behind the verb is the object type: the first, but `DEFINE NOREPLACE QLOCAL(X)`, as z/OS tools write
 * it, has a flag before it.
 */
export function objectOf<T extends { readonly keyword: string }>(parameters: Iterable<T>): T | undefined {
  let first: T | undefined;
  for (const parameter of parameters) {
    first ??= parameter;
    if (objectName(parameter.keyword) !== undefined) return parameter;
    if (!/^(?:NO)?REPLACE$/.test(parameter.keyword)) break;
  }
  return first;
}
