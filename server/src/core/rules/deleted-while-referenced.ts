import type { QueueManager } from '#core/model/model.ts';
import { originOf, placeOf, type Reference, referencesOf } from './parts/references.ts';
import { contestedSteps, isOrderKnown, nameInStep, type ScriptStep } from './parts/script-order.ts';
import { list } from './parts/words.ts';
import type { Ask, EstateFinding, Rule, UnitContext } from './rule.ts';

export const deletedWhileReferenced: Rule = {
  code: 'deleted-while-referenced',
  group: 'script order',
  severity: 'warning',
  title: 'A script deletes an object that others still name.',
  docs: {
    behaviour:
      'DELETE asks whether an object is open or holds messages, not whether aliases, remote queues, channels, triggers or the queue manager name it.',
    harm: 'What names it fails when it is used: an alias cannot be opened, a channel does not start, undeliverable messages have nowhere to go.',
    remedy: 'Delete or change what names it as well, or keep the object.',
    exception: 'Another file defines it again afterwards.',
    mqSays: '2082 (MQRC_UNKNOWN_ALIAS_BASE_Q), 2085 (MQRC_UNKNOWN_OBJECT_NAME), later',
    sources: ['IBM MQ, DELETE queues', 'IBM MQ, 2082 (MQRC_UNKNOWN_ALIAS_BASE_Q)'],
  },
  check: { scope: 'queue-manager', run: findDeleted },
};

function* findDeleted(queueManager: QueueManager, { ask }: UnitContext): Iterable<EstateFinding> {
  for (const step of deletions(queueManager)) {
    const users = referencesOf(queueManager).filter(
      (reference) => reference.space === step.space && reference.name === step.name && isOrdered(reference, step, ask),
    );
    if (users.length === 0) continue;
    yield {
      at: nameInStep(step),
      message: `${step.name} is deleted here, but ${list(users.map(({ object, keyword }) => `${keyword} of ${object.name}`))} still ${users.length === 1 ? 'names' : 'name'} it.`,
      queueManager: queueManager.name,
      related: users.map((user) => ({ at: placeOf(user), message: `${user.object.name} names it` })),
    };
  }
}

const isOrdered = (reference: Reference, step: ScriptStep, ask: Ask): boolean => {
  const command = originOf(reference)?.command;
  return command !== undefined && ask((estate) => isOrderKnown(command, step.ref, estate));
};

/** The last deletions, of objects that do not exist in the end. */
const deletions = (queueManager: QueueManager) =>
  contestedSteps(queueManager).filter(
    ({ effect, space, name }) => effect.kind === 'deleted' && !queueManager.objects.get(space, name),
  );
