import type { MqObject } from '#core/model/model.ts';
import { findAbsent } from './parts/absent-references.ts';
import { placeOf, referencesIn } from './parts/references.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const undefinedDeadLetterQueue: Rule = {
  code: 'undefined-dead-letter-queue',
  group: 'references',
  severity: 'warning',
  title: 'The dead-letter queue is not defined, or is no local queue.',
  docs: {
    behaviour:
      'DEADQ names the local queue for messages that cannot be delivered. ALTER QMGR does not check that it exists.',
    harm: 'A channel that cannot deliver a persistent message stops, and everything behind that message waits on the transmission queue. Nonpersistent messages on a fast channel are discarded.',
    remedy: 'Define the queue as QLOCAL (without CLUSTER), or correct the name.',
    exception:
      'Another file, not of this workspace, defines it. Nothing is said of a missing queue unless the files of the queue manager look complete or a name almost like it exists. SYSTEM.DEAD.LETTER.QUEUE and others of MQ itself need no definition, but a name that is almost one of them is told.',
    sources: [
      'IBM MQ Explorer, tests: Dead-letter queue definitions',
      'IBM MQ 9.3, DeadLetterQName; that ALTER QMGR does not check the name rests on memory',
    ],
  },
  check: { scope: 'object', among: ['queue-manager'], run: findAll },
};

const consequence = 'A message that cannot be delivered stops its channel.';

function* findAll(attributes: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  yield* findAbsent(attributes, context, ['DEADQ'], { what: 'queue', consequence });
  yield* findWrong(attributes, context);
}

function* findWrong(attributes: MqObject, { queueManager, find }: ObjectContext): Iterable<EstateFinding> {
  for (const reference of referencesIn(attributes, ['DEADQ'])) {
    const { name } = reference;
    const found = find('queue', name);
    if (!found || found.type === 'QLOCAL') continue;
    yield {
      at: placeOf(reference),
      message: `${queueManager.name} has DEADQ(${name}), but ${name} is a ${found.type}: a dead-letter queue must be a local queue. ${consequence}`,
      severity: 'error',
      queueManager: queueManager.name,
      related: [{ at: found.nameAt, message: `${name} is a ${found.type}` }],
    };
  }
}
