import { type Client, instanceName } from '../clients.ts';
import { startConsumer, stopConsumer } from '../consumer.ts';
import { note } from '../notes.ts';
import { setProducerState, startProducer } from '../producer.ts';
import type { World } from '../world.ts';

/** Every application of this name, or one of its instances (`APP#2`). What it had not committed is backed out. */
export function changeApplication(world: World, name: string, how: 'stop' | 'start'): void {
  const producers = world.producers.filter((producer) => isNamed(producer, name));
  const consumers = world.consumers.filter((consumer) => isNamed(consumer, name));
  if (producers.length + consumers.length === 0) note(world, undefined, `There is no application ${name} to ${how}.`);
  for (const producer of producers) {
    if (how === 'stop') setProducerState(world, producer, 'stopped', 'stopped');
    else if (producer.state !== 'running') startProducer(world, producer, 'started');
  }
  for (const consumer of consumers) {
    if (how === 'stop') stopConsumer(world, consumer, 'stopped', 'stopped');
    else if (consumer.state !== 'running') startConsumer(world, consumer, 'started');
  }
}

const isNamed = (client: Client, name: string): boolean => client.plan.name === name || instanceName(client) === name;
