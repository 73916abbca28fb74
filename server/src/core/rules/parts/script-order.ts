import type { CommandRef, Estate, ExecutedCommand, MqObject, NameSpace, QueueManager } from '#core/model/model.ts';
import { nameSpaceOf } from '#core/model/name-spaces.ts';
import { type CommandReading, readCommand } from '#core/model/read-command.ts';
import { spanIn } from '#core/syntax/tree.ts';
import type { Location } from '#core/text/span.ts';
import { forQueueManagerInTurn } from './per-queue-manager.ts';

/** A command about one object, where the scripts of a queue manager run it. */
export interface ScriptStep {
  readonly ref: CommandRef;
  readonly effect: ExecutedCommand['effect'];
  readonly reading: CommandReading;
  readonly space: NameSpace;
  readonly name: string;
  /** What the commands before made of the object. */
  readonly before: MqObject | undefined;
}

/** The commands about objects in the order in which they would run; those with names that are filled in later are left out. */
export const scriptOf = forQueueManagerInTurn(({ steps }): readonly ScriptStep[] =>
  steps.flatMap((step) => readStep(step) ?? []),
);

/**
 * Those about objects that more than one command works on, or one that does not define it. Most scripts define each object once, and need not
 * be looked at closer.
 */
export const contestedSteps = forQueueManagerInTurn(({ steps }): readonly ScriptStep[] => {
  const contested = new Set<string>();
  for (const one of steps) {
    if (one.effect.kind === 'defined' && one.before === undefined) continue;
    const step = readStep(one);
    if (step) contested.add(keyOf(step));
  }
  if (contested.size === 0) return [];
  return steps.flatMap((one) => {
    const step = readStep(one);
    return step && contested.has(keyOf(step)) ? step : [];
  });
});

/** Tells objects of one queue manager apart. */
export const keyOf = ({ space, name }: ScriptStep): string => `${space} ${name}`;

/** Those of them that MQ would refuse. */
export const refusals = (queueManager: QueueManager): readonly ScriptStep[] =>
  contestedSteps(queueManager).filter(({ effect }) => effect.kind === 'refused');

/** Where the command names the object. */
export const nameInStep = ({ ref, reading }: ScriptStep): Location => ({
  source: ref.source,
  span: spanIn(ref.command, (reading.name ?? reading.object).span),
});

/** Whether it is known which of two commands runs first: they stand in one script, or the estate file orders their files. */
export const isOrderKnown = (a: CommandRef, b: CommandRef, estate: Estate): boolean =>
  a.source === b.source ? sliceOf(a, estate) === sliceOf(b, estate) : [a, b].every((ref) => isListed(ref, estate));

function readStep({ ref, effect, before }: ExecutedCommand): ScriptStep | undefined {
  const reading = readCommand(ref.command.body);
  const known = 'object' in effect ? effect.object : before;
  if (!reading?.name || reading.name.holes.length > 0 || known?.nameIsOpen || !tracked.has(reading.type))
    return undefined;
  const space = nameSpaceOf(known?.type ?? reading.type, known?.channelType ?? reading.settings.get('CHLTYPE')?.value);
  return space && { ref, effect, reading, space, name: reading.name.text.trimEnd(), before };
}

/** Objects that have a name of their own; records of security are known by more than that. */
const tracked: ReadonlySet<string> = new Set([
  ...['QLOCAL', 'QALIAS', 'QREMOTE', 'QMODEL', 'CHANNEL', 'NAMELIST', 'PROCESS', 'TOPIC', 'SUB', 'AUTHINFO'],
  ...['COMMINFO', 'LISTENER', 'SERVICE', 'CFSTRUCT', 'STGCLASS'],
]);

const sliceOf = ({ source, command }: CommandRef, estate: Estate) =>
  estate.documents.get(source)?.slices.find(({ span }) => span.start <= command.start && command.start < span.end);

const isListed = ({ source }: CommandRef, estate: Estate): boolean =>
  estate.assignments.get(source)?.every(({ reason }) => reason.startsWith('mqsc.yaml')) ?? false;
