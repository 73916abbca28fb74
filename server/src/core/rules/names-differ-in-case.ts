import type { NameSpace, QueueManager } from '#core/model/model.ts';
import type { EstateFinding, Rule } from './rule.ts';

export const namesDifferInCase: Rule = {
  code: 'names-differ-in-case',
  group: 'references',
  severity: 'warning',
  title: 'Two objects of a queue manager have names that differ in case only.',
  docs: {
    behaviour:
      "MQ's names are case-sensitive: `'Orders'` and `ORDERS` are two queues. MQSC folds what is not quoted to upper case, so one of the two often comes from a pair of quotes that were or were not typed.",
    harm: 'Messages are put to one queue and read from the other: they wait, and nobody gets an error.',
    remedy: 'Delete one of them, and use the other everywhere; or rename one.',
    exception: 'Both are needed, because of applications that cannot be changed.',
    sources: ['IBM MQ, Rules for naming IBM MQ objects', 'IBM MQ Explorer, tests: names that differ in case only'],
  },
  check: { scope: 'queue-manager', run: findPairs },
};

const spaces: readonly NameSpace[] = ['queue', 'channel', 'namelist', 'process', 'topic', 'listener', 'service'];

function* findPairs({ name: queueManager, objects }: QueueManager): Iterable<EstateFinding> {
  for (const space of spaces) {
    // Only a name that is not all upper case can be one of such a pair twice over.
    const mixed = [...objects.all(space)].filter(
      ({ name, nameIsOpen, isDefined }) => name !== name.toUpperCase() && !nameIsOpen && isDefined,
    );
    const alike = Map.groupBy(mixed.length > 0 ? objects.all(space) : [], ({ name }) => name.toUpperCase());
    for (const object of mixed) {
      const upper = object.name.toUpperCase();
      const other = objects.get(space, upper) ?? alike.get(upper)?.find((one) => one !== object);
      if (!other?.isDefined || (other.name !== upper && other.name > object.name)) continue;
      yield {
        at: object.nameAt,
        message: `${queueManager} has ${object.type} ${object.name} and ${other.type} ${other.name}, which differ in case only: what is meant for one reaches the other by mistake.`,
        queueManager,
        related: [{ at: other.nameAt, message: `${other.name} is defined here` }],
      };
    }
  }
}
