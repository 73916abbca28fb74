import { instanceName } from '../clients.ts';
import { makeHandle } from '../make-handle.ts';
import { makeMessage } from '../make-message.ts';
import { endMessage } from '../message.ts';
import { note } from '../notes.ts';
import { countPut } from '../producer-row.ts';
import { recordPut } from '../record-put.ts';
import { random } from '../rng.ts';
import type { Handle, Producer, QueueManager, World } from '../world.ts';
import { destinationsOf } from './destinations.ts';
import { give, giveCopy, placesFor } from './distribute.ts';
import { definitionsFor } from './tree.ts';

/**
 * MQOPEN of a topic. Several members may define it; which of the definitions a queue manager uses nobody can tell, so the seed decides
 * where they differ in DEFPSIST. (IBM: Multiple cluster topic definitions of the same name.)
 */
export function openTopic(world: World, producer: Producer, at: QueueManager, topic: string): Handle {
  const { plan } = producer;
  const definitions = definitionsFor(world, at, topic);
  const isDiffering = definitions.some(({ isPersistent }) => isPersistent !== definitions[0]?.isPersistent);
  const used = isDiffering ? definitions[Math.floor(random(world.rng) * definitions.length)] : definitions[0];
  if (isDiffering) {
    const persistence = used?.isPersistent === true ? 'persistent' : 'nonpersistent';
    note(
      world,
      at.name,
      `${topic}: DEFPSIST differs between the definitions of the topic; this time it is ${persistence}.`,
    );
  }
  const handle = makeHandle(world, producer, {
    resolution: { kind: 'failed', reason: 2085 },
    bind: 'not-fixed',
    isPersistent:
      plan.message.persistence === 'as-q-def' ? used?.isPersistent === true : plan.message.persistence === 'persistent',
    priority: plan.message.priority === 'as-q-def' ? 0 : plan.message.priority,
  });
  world.record?.({
    kind: 'open',
    atUs: world.nowUs,
    application: instanceName(producer),
    queueManager: at.name,
    queue: topic,
    bound: undefined,
    reason: 0,
    decision: undefined,
  });
  return handle;
}

/** One publication: a message for each destination, and none where nobody is to get it. Gives MQ's reason when it is refused, else 0. */
export function publish(world: World, handle: Handle, at: QueueManager, topic: string): number {
  const definitions = definitionsFor(world, at, topic);
  if (definitions.length > 0 && definitions.every(({ isPublishEnabled }) => !isPublishEnabled)) return 2051;
  const { producer } = handle;
  const message = makeMessage(world, handle.row, { ...producer.habits.message, group: 0 });
  const [first, ...others] = placesFor(world, at, message, destinationsOf(world, at, topic));
  countPut(world, producer.row, 1);
  if (first === undefined) {
    endMessage(world, message);
    return 0;
  }
  world.totals.put++;
  if (world.record)
    recordPut(world, message, {
      application: instanceName(producer),
      queueManager: at.name,
      queue: topic,
      copyOf: undefined,
      decision: first.decision,
    });
  give(world, message, first);
  for (const placement of others) giveCopy(world, message, placement);
  return 0;
}
