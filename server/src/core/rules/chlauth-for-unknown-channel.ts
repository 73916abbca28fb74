import type { MqObject } from '#core/model/model.ts';
import { absenceOf, writeInstead } from './parts/absence.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

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
  check: { scope: 'object', among: ['chlauth'], run: findUnknown },
};

function* findUnknown(record: MqObject, { queueManager, find, ask }: ObjectContext): Iterable<EstateFinding> {
  const { name, nameAt, nameIsOpen } = record;
  if (nameIsOpen || /[*?]/.test(name) || find('channel', name)) return;
  const absence = ask((estate, own) => absenceOf({ queueManager: own(), space: 'channel', name }, estate));
  if (!absence) return;
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
