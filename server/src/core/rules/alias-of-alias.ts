import { isAdvertisedElsewhere } from '#core/model/cluster-offers.ts';
import type { MqObject } from '#core/model/model.ts';
import { followAliases } from '#core/model/queries.ts';
import { quoteIfNeeded } from '#core/syntax/quote-if-needed.ts';
import { originOf, placeOf, type Reference, referencesIn } from './parts/references.ts';
import type { AskOfObject, EstateFinding, Fix, ObjectContext, Rule } from './rule.ts';

export const aliasOfAlias: Rule = {
  code: 'alias-of-alias',
  group: 'references',
  severity: 'error',
  title: 'An alias queue stands for another alias queue.',
  docs: {
    behaviour:
      'The target of a QALIAS is a local queue, a remote queue definition, a cluster queue or a topic. DEFINE takes the name of another alias, or its own, but MQ follows one alias only.',
    harm: 'Every MQOPEN and MQPUT1 of the alias fails.',
    exception:
      'An alias at a gateway may have its own name for a target: that leads to the queue of that name elsewhere in a cluster. (From the example on the page of CLWLRANK; no page says it in so many words.)',
    remedy: 'Name the queue that the other alias stands for (the light bulb does, where it is known).',
    mqSays: '2001 (MQRC_ALIAS_BASE_Q_TYPE_ERROR)',
    sources: ['IBM MQ, DEFINE QALIAS: TARGET', 'IBM MQ, 2001 (MQRC_ALIAS_BASE_Q_TYPE_ERROR)'],
  },
  check: { scope: 'object', among: ['queue'], run: findChains },
};

function* findChains(object: MqObject, { queueManager, find, ask }: ObjectContext): Iterable<EstateFinding> {
  for (const reference of referencesIn(object, ['TARGET'])) {
    const { name, space } = reference;
    const found = space === 'queue' ? find('queue', name) : undefined;
    if (found?.type !== 'QALIAS') continue;
    if (found === object && ask((estate, own) => isAdvertisedElsewhere(name, own(), estate))) continue;
    yield {
      at: placeOf(reference),
      message:
        found === object
          ? `${name} is an alias of itself, and no other queue manager has it in a cluster: opening it fails with 2001.`
          : `${object.name} stands for ${name}, which is an alias as well: opening it fails with 2001.`,
      queueManager: queueManager.name,
      related: found === object ? [] : [{ at: found.nameAt, message: `${name} is an alias` }],
      fixes: fixFor(reference, ask),
    };
  }
}

const fixFor = (reference: Reference, ask: AskOfObject): readonly Fix[] => {
  const { name, object } = reference;
  const valueAt = originOf(reference)?.valueAt;
  const last = ask((_, own) => baseOf(followAliases(own(), name).path.at(-1), object));
  if (last === undefined || !valueAt) return [];
  return [{ title: `Let it stand for ${last}`, edits: [{ ...valueAt, newText: quoteIfNeeded(last) }] }];
};

/** Its name, when an alias may stand for it. */
const baseOf = (queue: MqObject | undefined, alias: MqObject): string | undefined =>
  queue && queue.name !== alias.name && (queue.type === 'QLOCAL' || queue.type === 'QREMOTE') ? queue.name : undefined;
