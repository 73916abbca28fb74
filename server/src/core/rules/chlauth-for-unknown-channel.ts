import type { QueueManager } from '#core/model/model.ts';
import { absenceOf, writeInstead } from './parts/absence.ts';
import type { EstateFinding, Rule, UnitContext } from './rule.ts';

export const chlauthForUnknownChannel: Rule = {
  code: 'chlauth-for-unknown-channel',
  group: 'references',
  severity: 'warning',
  title: 'A channel authentication record is for a channel that is not defined.',
  docs: {
    behaviour:
      'SET CHLAUTH names a channel or a pattern of names. MQ does not ask whether any channel fits: the record waits for one.',
    harm: 'The channel that was meant is not protected, or not let in, as the record says: the rule that applies is another one.',
    remedy: 'Correct the name, or define the channel.',
    exception:
      'Another file, not of this workspace, defines the channel, or the record shall be there before it. Nothing is said of names with wildcards, and of others only when the files of the queue manager look complete or a name almost like it exists.',
    sources: ['IBM MQ 9.4, SET CHLAUTH; that the channel need not exist rests on memory'],
  },
  check: { scope: 'queue-manager', run: findUnknown },
};

function* findUnknown(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const { name, nameAt } of unmatched(queueManager)) {
    const absence = ask((estate) => absenceOf({ queueManager, space: 'channel', name }, estate));
    if (!absence) continue;
    const { meant } = absence;
    yield {
      at: nameAt,
      message:
        `No file of ${queueManager.name} defines a channel ${name}` +
        `${meant === undefined ? '.' : `; did you mean ${meant}?`} The record concerns no channel.`,
      queueManager: queueManager.name,
      fixes: meant === undefined ? [] : writeInstead(meant, nameAt),
    };
  }
}

/** The records for one channel that the queue manager's files do not define. */
const unmatched = ({ objects }: QueueManager) =>
  [...objects.all('chlauth')].filter(
    ({ name, nameIsOpen }) => !nameIsOpen && !/[*?]/.test(name) && !objects.get('channel', name),
  );
