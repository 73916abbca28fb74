import type { MqObject } from '#core/model/model.ts';
import { findAbsent } from './parts/absent-references.ts';
import { placeOf, referencesIn } from './parts/references.ts';
import type { EstateFinding, ObjectContext, Rule } from './rule.ts';

export const undefinedInitiationQueue: Rule = {
  code: 'undefined-initiation-queue',
  group: 'references',
  severity: 'warning',
  title: 'An initiation queue is not defined, or is no local queue.',
  docs: {
    behaviour:
      'Trigger messages go to the queue that INITQ names. It must be a local queue of the same queue manager, not an alias, a remote queue or a model. MQ does not check it when the triggered queue is defined.',
    harm: 'No trigger message arrives, so no trigger monitor starts the program or channel, and messages wait.',
    remedy: 'Define the initiation queue as QLOCAL, or correct the name.',
    exception:
      'Another file, not of this workspace, defines it. Nothing is said of a missing queue unless the files of the queue manager look complete or a name almost like it exists.',
    sources: ['IBM MQ Explorer, tests: Verify initiation queue definitions', 'IBM MQ, Prerequisites for triggering'],
  },
  check: { scope: 'object', among: ['queue'], run: findAll },
};

function* findAll(object: MqObject, context: ObjectContext): Iterable<EstateFinding> {
  yield* findAbsent(object, context, ['INITQ'], { what: 'queue', consequence: 'Nothing is triggered.' });
  yield* findWrong(object, context);
}

function* findWrong(object: MqObject, { queueManager, find }: ObjectContext): Iterable<EstateFinding> {
  for (const reference of referencesIn(object, ['INITQ'])) {
    const { name } = reference;
    const found = find('queue', name);
    if (!found || found.type === 'QLOCAL') continue;
    yield {
      at: placeOf(reference),
      message: `${object.name} has INITQ(${name}), but ${name} is a ${found.type}: an initiation queue must be a local queue. Nothing is triggered.`,
      queueManager: queueManager.name,
      related: [{ at: found.nameAt, message: `${name} is a ${found.type}` }],
    };
  }
}
