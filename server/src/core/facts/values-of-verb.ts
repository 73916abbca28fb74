import { commonParameters } from './data/common-parameters.ts';
import { dispositionsOfVerb } from './data/synonyms.ts';
import type { AttributeFacts, ValueFacts } from './facts.ts';

/** The attribute with the values that this verb takes in it; itself where all verbs take the same. */
export function valuesOfVerb(facts: AttributeFacts, verb: string): AttributeFacts {
  if (facts.keyword === 'QSGDISP' && facts.kind !== 'status') return withDispositions(facts, verb);
  const { valuesOfDisplay } = facts;
  if (!valuesOfDisplay || verb === 'DISPLAY') return facts;
  return kept(facts, 'set', () => facts.values?.filter(({ value }) => !valuesOfDisplay.includes(value)));
}

function withDispositions(facts: AttributeFacts, verb: string): AttributeFacts {
  const taken = dispositionsOfVerb[verb];
  if (!taken) return facts;
  const isShareable = facts.values?.some(({ value }) => value === 'SHARED');
  return kept(facts, verb, () =>
    taken
      .filter((value) => value !== 'SHARED' || isShareable)
      .map((value) => facts.values?.find((known) => known.value === value) ?? dispositionMeaning(value)),
  );
}

const dispositionMeaning = (value: string): ValueFacts => ({
  value,
  meaning: commonParameters.QSGDISP?.values?.[value] ?? '',
});

/** The same answer each time: rules ask for it at every command. */
function kept(facts: AttributeFacts, key: string, values: () => readonly ValueFacts[] | undefined): AttributeFacts {
  const known = made.get(facts) ?? new Map<string, AttributeFacts>();
  made.set(facts, known);
  const before = known.get(key);
  if (before) return before;
  const own = values();
  const changed = own ? { ...facts, values: own } : facts;
  known.set(key, changed);
  return changed;
}

const made = new WeakMap<AttributeFacts, Map<string, AttributeFacts>>();
