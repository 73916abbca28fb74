import type { Plan } from '#core/scenario/plan.ts';
import { checkAssumptions } from './assumptions.ts';
import { buildWorld } from './build-world.ts';
import { disconnectIdle, finishStart, finishSwitch, retryChannel } from './channel-life.ts';
import { type ChannelRow, channelIn } from './channel-row.ts';
import {
  type CheckpointKeeper,
  checkpoint,
  keepCheckpoints,
  type Recording,
  type Resumed,
  resume,
} from './checkpoints.ts';
import { type Client, isReader } from './clients.ts';
import { finishService, serveQueue, startConsumer } from './consumer.ts';
import { type EventRecorder, makeEventRecorder, recordEvent, trimmed } from './event-log.ts';
import { nextEventAt, popEvent, pushRanked } from './event-queue.ts';
import { act } from './failures/index.ts';
import { happening, schedule } from './happening.ts';
import { makeTrace } from './make-trace.ts';
import { watchInstance } from './monitor.ts';
import { noteUnwatchedNeeds } from './needs.ts';
import { note } from './notes.ts';
import { takeStock } from './outcome.ts';
import { produce, startProducer } from './producer.ts';
import { continueStopping } from './queue-manager.ts';
import { arrive, retryMessage } from './receive.ts';
import { ageADay, beginAging } from './repository/age.ts';
import { answerQuestion, takeAnswer } from './repository/ask.ts';
import { checkRepositories, deliverNews } from './repository/news.ts';
import { endRefresh } from './repository/refresh.ts';
import { confirmBatch, endFilling, endHeartbeat, pump, wireIsFree } from './send-batch.ts';
import { checkDispositions } from './sharing-group.ts';
import { makeSampler, sample, summarise } from './summary.ts';
import { takeOver } from './takeover.ts';
import type { Outcome, Trace, TraceDetail } from './trace.ts';
import { balance, moveIfReady } from './uniform-cluster.ts';
import type { World } from './world.ts';

export interface RunOptions {
  readonly detail: TraceDetail;
  /** Asked now and then; a run that is called off ends where it is, with the outcome of that moment. */
  readonly isCancelled?: () => boolean;
  /** A run that would go round for ever ends after so many events; a warning in the outcome says so. */
  readonly mostEvents?: number;
}

export interface RecordOptions extends Omit<RunOptions, 'detail'> {
  /** Events of the queue between two checkpoints of a short run; a long one has as many, further apart. */
  readonly spacing?: number;
}

/** Runs a plan to its end. Never throws on a plan: what cannot be is a `note` in the trace. Same plan, same trace. */
export function run(plan: Plan, options: RunOptions): Trace {
  const recorder = makeEventRecorder();
  const world = buildWorld(plan, options.detail, (event) => recordEvent(recorder, event));
  begin(world);
  return finish(world, recorder, options, undefined);
}

/**
 * Runs a plan in full detail so that it can be taken up again, and takes up an earlier run as late as the plans allow: the
 * same trace as `run`, sooner.
 */
export function recordRun(plan: Plan, before?: Recording, options: RecordOptions = {}): Recording {
  const { world, recorder, keeper } = (before && resume(plan, before)) ?? fromTheStart(plan, options);
  const trace = finish(world, recorder, { ...options, detail: 'full' }, keeper);
  return { trace, checkpoints: keeper.checkpoints };
}

function fromTheStart(plan: Plan, { spacing = 2048 }: RecordOptions): Resumed {
  const recorder = makeEventRecorder();
  const world = buildWorld(plan, 'full', (event) => recordEvent(recorder, event));
  begin(world);
  return { world, recorder, keeper: keepCheckpoints(spacing) };
}

function finish(
  world: World,
  recorder: EventRecorder,
  options: RunOptions,
  keeper: CheckpointKeeper | undefined,
): Trace {
  const { plan } = world;
  const mostEvents = options.mostEvents ?? mostEventsOf[options.detail];
  const sampler = options.detail === 'off' || keeper !== undefined ? undefined : makeSampler();
  let isCutShort = false;
  while (popEvent(world.events, plan.untilUs)) {
    world.nowUs = world.events.current.atUs;
    if (sampler !== undefined && world.nowUs >= sampler.nextUs) sample(sampler, world, world.nowUs);
    world.processed++;
    step(world);
    if (keeper !== undefined) checkpoint(keeper, world, recorder);
    if ((world.processed & 0x3fff) !== 0) continue;
    if (options.isCancelled?.() || world.processed >= mostEvents) {
      isCutShort = true;
      break;
    }
  }
  if (world.events.size === 0 || nextEventAt(world.events) > plan.untilUs) world.nowUs = plan.untilUs;
  const outcome = takeStock(world);
  return makeTrace({
    plan,
    log: trimmed(recorder.log),
    decisions: world.decisions ?? [],
    outcome: isCutShort ? cutShort(outcome) : outcome,
    ...(sampler !== undefined && { summary: summarise(sampler, world) }),
  });
}

/** A trace is kept in memory; a run without one only counts. */
const mostEventsOf: Readonly<Record<TraceDetail, number>> = {
  full: 2_000_000,
  summary: 50_000_000,
  off: 50_000_000,
};

function cutShort(outcome: Outcome): Outcome {
  const detail = `The run was ended at ${outcome.endedAtMs} ms, before its time, after ${outcome.events} events.`;
  return { ...outcome, warnings: [...outcome.warnings, { code: 'run-cut-short', detail }] };
}

/** What stands in the plan from the start: consumers first, so that nothing that is put at once counts as unread. */
function begin(world: World): void {
  checkAssumptions(world);
  checkRepositories(world);
  beginAging(world);
  noteUnwatchedNeeds(world);
  checkDispositions(world);
  world.plan.events.forEach((event, index) => {
    if ('when' in event) world.waitingConditions.add(index);
    else if (event.atUs <= 0) schedule(world, 0, happening.action, index);
    else pushRanked(world.events, event.atUs, index, happening.action, index);
  });
  for (const [index, { everyUs }] of (world.plan.monitors ?? []).entries())
    schedule(world, Math.max(1, everyUs), happening.monitor, index);
  for (const consumer of world.consumers)
    schedule(world, consumer.plan.startAtUs, happening.startApplication, 1, consumer.id);
  for (const producer of world.producers)
    schedule(world, producer.plan.startAtUs, happening.startApplication, 0, producer.id);
}

/** What each message does comes first, and by itself: small functions are put together by the compiler. */
function step(world: World): void {
  const { kind, a, b, c } = world.events.current;
  switch (kind) {
    case happening.produce:
      produce(world, a, b);
      break;
    case happening.wake:
      serveQueue(world, a);
      break;
    case happening.serviceDone:
      finishService(world, a, b, c);
      break;
    case happening.pump:
    case happening.sent:
    case happening.arrive:
    case happening.confirmed:
      stepMessage(world, kind, a, b);
      break;
    default:
      stepSeldom(world);
  }
}

function stepMessage(world: World, kind: number, channel: ChannelRow, epoch: number): void {
  switch (kind) {
    case happening.arrive:
      arrive(world, channel, epoch);
      break;
    case happening.pump:
      pump(world, channel);
      break;
    case happening.confirmed:
      confirmBatch(world, channel, epoch);
      break;
    default:
      wireIsFree(world, channel, epoch);
  }
}

function stepSeldom(world: World): void {
  const { kind, a, b, c } = world.events.current;
  switch (kind) {
    case happening.action:
      doAction(world, a);
      break;
    case happening.startApplication:
      startApplication(world, a, b);
      break;
    case happening.news:
      deliverNews(world, a, b, c);
      break;
    case happening.repositoryQuestion:
      answerQuestion(world, a, b);
      break;
    case happening.repositoryAnswer:
      takeAnswer(world, a, b);
      break;
    case happening.refreshed:
      endRefresh(world, a);
      break;
    case happening.repositoryDay:
      ageADay(world);
      break;
    case happening.monitor:
      watchInstance(world, a);
      break;
    case happening.reconnect:
      reconnect(world, a, b);
      break;
    case happening.moveIfReady: {
      const client = clientOf(world, a, b);
      if (client !== undefined) moveIfReady(world, client);
      break;
    }
    case happening.balance: {
      const cluster = world.uniformClusters[a];
      if (cluster !== undefined) balance(world, cluster);
      break;
    }
    case happening.takeover: {
      const queueManager = world.queueManagers[a];
      if (queueManager !== undefined) takeOver(world, queueManager, b);
      break;
    }
    case happening.stopping: {
      const queueManager = world.queueManagers[a];
      if (queueManager !== undefined) continueStopping(world, queueManager);
      break;
    }
    default:
      stepChannel(world, kind, a, b);
      break;
  }
}

function stepChannel(world: World, kind: number, row: ChannelRow, epoch: number): void {
  const channel = channelIn(world, row);
  switch (kind) {
    case happening.channelStarted:
      finishStart(world, channel, epoch);
      break;
    case happening.batchFilled:
      endFilling(world, row, epoch);
      break;
    case happening.messageRetry:
      retryMessage(world, row, epoch);
      break;
    case happening.retry:
      retryChannel(world, channel, epoch);
      break;
    case happening.switched:
      finishSwitch(world, channel, epoch);
      break;
    case happening.batchHeartbeat:
      endHeartbeat(world, row, epoch);
      break;
    case happening.disconnect:
      disconnectIdle(world, channel);
      break;
  }
}

function doAction(world: World, index: number): void {
  const event = world.plan.events[index];
  if (event !== undefined) act(world, event.action);
}

/** An application that a plan's event started or stopped before its time keeps that state. */
function startApplication(world: World, kind: number, id: number): void {
  const application = clientOf(world, kind, id);
  if (application === undefined) return;
  if (application.queueManager === undefined) {
    const { name, queueManager } = application.plan;
    note(world, undefined, `${name} connects to ${queueManager}, which is not part of the run.`);
    return;
  }
  if (application.state !== 'waiting') return;
  start(world, application, 'started');
}

function start(world: World, client: Client, reason: string): void {
  if (isReader(client)) startConsumer(world, client, reason);
  else startProducer(world, client, reason);
}

/** The client library, or the listener, makes another attempt. */
function reconnect(world: World, kind: number, id: number): void {
  const client = clientOf(world, kind, id);
  if (client === undefined) return;
  client.isReconnectDue = false;
  if (client.state === 'waiting') start(world, client, 'connected again');
}

const clientOf = (world: World, kind: number, id: number): Client | undefined =>
  kind === 0 ? world.producers[id] : world.consumers[id];
