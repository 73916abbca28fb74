import { sentOver } from './channel-row.ts';
import { depthOf } from './queue-row.ts';
import type { World } from './world.ts';

/** A run in outline: how full each queue was and how much each channel had sent, at up to two hundred moments. */
export interface Summary {
  /** The moments; between two of them lies the same time, or more where nothing happened. */
  readonly atUs: readonly number[];
  readonly put: readonly number[];
  readonly consumed: readonly number[];
  /** Queues that held something at one of the moments. */
  readonly queues: readonly {
    readonly queueManager: string;
    readonly queue: string;
    readonly depths: readonly number[];
  }[];
  /** Channels that sent something; counted from the start. */
  readonly channels: readonly {
    readonly from: string;
    readonly to: string;
    readonly channel: string;
    readonly sent: readonly number[];
  }[];
}

/** Samples as they are taken: never more than so many, however long the run becomes. */
export interface Sampler {
  samples: Sample[];
  widthUs: number;
  /** When the next one is due. */
  nextUs: number;
}

interface Sample {
  readonly atUs: number;
  readonly put: number;
  readonly consumed: number;
  readonly depths: Int32Array;
  readonly sent: Int32Array;
}

const mostSamples = 200;

export const makeSampler = (): Sampler => ({ samples: [], widthUs: 1000, nextUs: 0 });

/** Takes a sample of the moment before what happens at `untilUs`; when there are too many every second one goes. */
export function sample(sampler: Sampler, world: World, untilUs: number): void {
  sampler.samples.push(sampleAt(world, sampler.nextUs));
  if (sampler.samples.length === mostSamples) {
    sampler.samples = sampler.samples.filter((_, i) => i % 2 === 0);
    sampler.widthUs *= 2;
  }
  sampler.nextUs = (Math.floor(untilUs / sampler.widthUs) + 1) * sampler.widthUs;
}

export function summarise(sampler: Sampler, world: World): Summary {
  const samples = [...sampler.samples, sampleAt(world, world.nowUs)];
  const queues = world.localQueues.map(({ owner, name }, id) => ({
    queueManager: owner.name,
    queue: name,
    depths: samples.map(({ depths }) => depths[id] ?? 0),
  }));
  const channels = world.channels.map(({ id, from, to, name }) => ({
    from: from.name,
    to: to.name,
    channel: name,
    sent: samples.map(({ sent }) => sent[id] ?? 0),
  }));
  return {
    atUs: samples.map(({ atUs }) => atUs),
    put: samples.map(({ put }) => put),
    consumed: samples.map(({ consumed }) => consumed),
    queues: queues.filter(({ depths }) => depths.some((depth) => depth > 0)),
    channels: channels.filter(({ sent }) => sent.some((count) => count > 0)),
  };
}

const sampleAt = (world: World, atUs: number): Sample => ({
  atUs,
  put: world.totals.put,
  consumed: world.totals.consumed,
  depths: Int32Array.from(world.localQueues, ({ row }) => depthOf(world, row)),
  sent: Int32Array.from(world.channels, ({ row }) => sentOver(world, row)),
});
