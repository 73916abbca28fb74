import type { Estate } from '#core/model/model.ts';
import { readFact } from '../run/reads.ts';

/**
 * What the whole estate decides; looked for once for each estate, because rules ask it for each thing they look at. A question that rests on
 * it is asked anew when it is another.
 */
export const perEstate = <T>(find: (estate: Estate) => T) => {
  const found = new WeakMap<Estate, { readonly answer: T }>();
  const fact = (estate: Estate): T => {
    const known = found.get(estate) ?? { answer: find(estate) };
    found.set(estate, known);
    return known.answer;
  };
  return (estate: Estate): T => readFact(fact, estate);
};

/**
 * The same for what a list of things in the estate decides. Most edits leave all of them as they are: then the answer is that of the estate
 * before, the same object, and nothing is looked for.
 */
export const perPartsOfEstate = <Part extends object, T>(
  partsOf: (estate: Estate) => readonly Part[],
  find: (parts: readonly Part[]) => T,
) => {
  let last: { readonly parts: readonly WeakRef<Part>[]; readonly answer: T } | undefined;
  return perEstate((estate) => {
    const parts = partsOf(estate);
    const isSame =
      last?.parts.length === parts.length && last.parts.every((part, index) => part.deref() === parts[index]);
    last = last && isSame ? last : { parts: parts.map((part) => new WeakRef(part)), answer: find(parts) };
    return last.answer;
  });
};
