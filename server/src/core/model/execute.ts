import { dispositionMeant, findsDisposition, standsBeside } from './dispositions.ts';
import { fillText, type Inserts, isUnknown } from './inserts.ts';
import { alterObject, type Layer, locate, makeObject } from './make-object.ts';
import type { CommandRef, ExecutedCommand, MqObject, NameSpace, ObjectTable } from './model.ts';
import { defaultObjectOf, nameSpaceOf } from './name-spaces.ts';
import { type CommandReading, readCommand } from './read-command.ts';

export interface Execution {
  readonly objects: ObjectTable;
  /** The queue manager's own attributes as far as commands set them; undefined when none did. */
  readonly attributes: MqObject | undefined;
  readonly steps: readonly Step[];
}

/** A command that ran, with the one change that it made, so that it need not run again while all before it stay. */
interface Step extends ExecutedCommand {
  readonly change: Change | undefined;
}

/** An object comes, becomes another, or goes: then there is none. Without a name space it is the queue manager itself. */
interface Change {
  readonly space: NameSpace | undefined;
  readonly key: string;
  readonly object: MqObject | undefined;
}

/** Commands that stand one after the other in a source. */
export interface CommandRun {
  readonly source: CommandRef['source'];
  readonly commands: readonly CommandRef['command'][];
}

/** The queue manager that runs the commands. */
export interface ExecutionContext {
  readonly queueManager: string;
  readonly platform: MqObject['platform'];
  readonly inserts: Inserts;
}

/**
 * Runs commands in the given order on one queue manager and keeps what they leave behind. A DEFINE takes what it does not
 * say from LIKE, else from the default object as the script changed it, else from MQ (IBM: "DEFINE queues"). What no file
 * defines may exist nevertheless: ALTER then makes an object that is not `isDefined`; so does LIKE of an unknown object.
 * `before` is how the same queue manager ran in the same context before an edit: up to the first command that is another one, what
 * the commands did is taken from it.
 */
export function execute(
  runs: Iterable<CommandRun>,
  context: ExecutionContext,
  before: Execution['steps'] = [],
): Execution {
  const state: State = { context, spaces: new Map(), deleted: new Set(), attributes: undefined };
  const steps: Step[] = [];
  let isAsBefore = true;
  for (const { source, commands } of runs)
    for (const command of commands) {
      const known: Step | undefined = isAsBefore ? before[steps.length] : undefined;
      isAsBefore = known?.ref.command === command && known.ref.source === source;
      const step = known && isAsBefore ? known : run({ source, command }, state);
      if (step.change) apply(step.change, state);
      steps.push(step);
    }
  return { objects: tableOf(state.spaces), attributes: state.attributes, steps };
}

interface State {
  readonly context: ExecutionContext;
  readonly spaces: Map<NameSpace, Map<string, MqObject>>;
  /** `space key` of what the script itself deleted. */
  readonly deleted: Set<string>;
  attributes: MqObject | undefined;
}

type Effect = ExecutedCommand['effect'];
const nothing: Effect = { kind: 'none' };

function run(ref: CommandRef, state: State): Step {
  const reading = readCommand(ref.command.body);
  if (reading?.type === 'QMGR') return runOnQueueManager(ref, reading, state);
  const place = reading && placeOf(ref, reading, state);
  if (!place) return { ref, effect: nothing, before: undefined, change: undefined };
  const effect = effectOf(place, state);
  return { ref, effect, before: place.existing, change: changeBy(effect, place) };
}

function effectOf(place: Place, state: State): Effect {
  const { verb } = place.reading;
  if (verb === 'DEFINE') return define(place, state);
  if (verb === 'ALTER') return alter(place, state);
  if (removes(place.reading)) return remove(place, state);
  return verb === 'SET' ? set(place, state) : nothing;
}

function changeBy(effect: Effect, { space, key, reading, existing }: Place): Change | undefined {
  // Of two objects of one name the one that all members of the group have is kept.
  if (effect.kind === 'defined' && existing?.isDefined && dispositionMeant(reading) === 'QMGR') return undefined;
  // What no file defines is gone from here on all the same.
  if (effect.kind === 'none') return removes(reading) ? { space, key, object: undefined } : undefined;
  if (effect.kind === 'deleted') return { space, key, object: undefined };
  if (effect.kind === 'refused' && effect.reason !== 'like-missing') return undefined;
  return { space, key, object: effect.object };
}

function apply({ space, key, object }: Change, state: State): void {
  if (space === undefined) {
    state.attributes = object;
    return;
  }
  const objects = state.spaces.get(space) ?? new Map<string, MqObject>();
  state.spaces.set(space, objects);
  if (object) {
    objects.set(key, object);
    if (state.deleted.size > 0) state.deleted.delete(deletionKey(space, key));
  } else {
    objects.delete(key);
    state.deleted.add(deletionKey(space, key));
  }
}

/** Where a command works: which object of which name space. */
interface Place {
  readonly ref: CommandRef;
  readonly reading: CommandReading;
  readonly space: NameSpace;
  readonly key: string;
  readonly name: string;
  readonly nameIsOpen: boolean;
  readonly existing: MqObject | undefined;
}

function placeOf(ref: CommandRef, reading: CommandReading, state: State): Place | undefined {
  const channelType = reading.settings.get('CHLTYPE')?.value;
  const space = nameSpaceOf(reading.type, channelType);
  if (!space) return undefined;
  const inserts = insertsOfName(channelType, state.context.inserts);
  const written = reading.type === 'AUTHREC' ? reading.settings.get('PROFILE')?.value : reading.name?.text;
  const name = fillText(written ?? '', inserts).trimEnd();
  if (name === '' && reading.type !== 'AUTHREC') return undefined;
  const key = identityOf(reading, name);
  const nameIsOpen = reading.name?.holes.some((hole) => isUnknown(hole, inserts)) ?? false;
  const existing = state.spaces.get(space)?.get(key);
  // ALTER and DELETE may leave CHLTYPE out: then it can be a client channel as well.
  const client =
    existing || space !== 'channel' || channelType ? undefined : state.spaces.get('client-channel')?.get(key);
  return client
    ? { ref, reading, space: 'client-channel', key, name, nameIsOpen, existing: client }
    : { ref, reading, space, key, name, nameIsOpen, existing };
}

/** In a cluster-sender's name `+QMNAME+` is the full repository at the other end (IBM: "Cluster attributes on channel definition commands"). */
function insertsOfName(channelType: string | undefined, inserts: Inserts): Inserts {
  if (channelType !== 'CLUSSDR' || !inserts.has('QMNAME')) return inserts;
  return new Map([...inserts].filter(([name]) => name !== 'QMNAME'));
}

/** Records are told apart by more than their profile. */
function identityOf(reading: CommandReading, name: string): string {
  const keywords = recordIdentities[reading.type];
  return keywords ? [name, ...keywords.map((keyword) => reading.settings.get(keyword)?.value ?? '')].join(' | ') : name;
}

/** By type: the attributes that tell records of one name apart (IBM: SET CHLAUTH, SET AUTHREC). */
export const recordIdentities: Readonly<Record<string, readonly string[]>> = {
  CHLAUTH: ['TYPE', 'ADDRESS', 'CLNTUSER', 'QMNAME', 'SSLPEER', 'SSLCERTI'],
  AUTHREC: ['OBJTYPE', 'PRINCIPAL', 'GROUP'],
};

const removes = ({ verb, settings }: CommandReading): boolean =>
  verb === 'DELETE' || (verb === 'SET' && /^REMOVE/.test(settings.get('ACTION')?.value ?? ''));

function define(place: Place, state: State): Effect {
  const { existing, reading } = place;
  const isThere = existing?.isDefined === true && !standsBeside(reading, existing);
  if (isThere) {
    if (!reading.replaces) return { kind: 'refused', reason: 'exists', object: existing };
    if (!isSameKind(existing, reading)) return { kind: 'refused', reason: 'other-type', object: existing };
  }
  const pattern = patternOf(reading, place, state);
  const layers: Layer[] = pattern.copies ? [{ kind: 'copy', of: pattern.copies }] : [];
  const object = newObject(place, state, { isDefined: pattern.isKnown, layers });
  if (pattern.isMissing) return { kind: 'refused', reason: 'like-missing', object };
  return { kind: isThere ? 'replaced' : 'defined', object };
}

interface Pattern {
  /** Supplies what the DEFINE leaves out, before MQ's own defaults do. */
  readonly copies: MqObject | undefined;
  /** Whether all attributes that the DEFINE leaves out are known. */
  readonly isKnown: boolean;
  readonly isMissing: boolean;
}

function patternOf(reading: CommandReading, place: Place, state: State): Pattern {
  const objects = state.spaces.get(place.space);
  const { settings } = reading;
  const kind = (settings.get('CHLTYPE') ?? settings.get('AUTHTYPE') ?? settings.get('TRPTYPE'))?.value;
  const standard = defaultObjectOf(reading.type, kind);
  const like = reading.like && fillText(reading.like.text, state.context.inserts).trimEnd();
  if (like === undefined || like === standard) {
    const copies = standard === undefined || standard === place.name ? undefined : objects?.get(standard);
    return { copies, isKnown: true, isMissing: false };
  }
  const copies = objects?.get(like);
  if (copies && isSameKind(copies, reading)) return { copies, isKnown: copies.isDefined, isMissing: false };
  return { copies: undefined, isKnown: false, isMissing: !like.startsWith('SYSTEM.') && !reading.like?.holes.length };
}

function alter(place: Place, state: State): Effect {
  const { existing, reading } = place;
  if (!existing) {
    if (isDeleted(place, state)) return { kind: 'refused', reason: 'missing', object: undefined };
    return { kind: 'altered', object: newObject(place, state, { isDefined: false, layers: [] }) };
  }
  if (!isSameKind(existing, reading)) return { kind: 'refused', reason: 'other-type', object: existing };
  if (!findsDisposition(reading, existing)) return { kind: 'refused', reason: 'other-disposition', object: existing };
  return { kind: 'altered', object: alterObject(existing, commandLayer(place, state)) };
}

function set(place: Place, state: State): Effect {
  if (place.existing) return alter(place, state);
  return { kind: 'defined', object: newObject(place, state, { isDefined: true, layers: [] }) };
}

function remove(place: Place, state: State): Effect {
  const { existing, reading } = place;
  if (!existing) return isDeleted(place, state) ? { kind: 'refused', reason: 'missing', object: undefined } : nothing;
  if (!isSameKind(existing, reading)) return { kind: 'refused', reason: 'other-type', object: existing };
  if (!findsDisposition(reading, existing)) return { kind: 'refused', reason: 'other-disposition', object: existing };
  return { kind: 'deleted', object: existing };
}

function runOnQueueManager(ref: CommandRef, reading: CommandReading, { attributes: before, context }: State): Step {
  if (reading.verb !== 'ALTER') return { ref, effect: nothing, before, change: undefined };
  const layer: Layer = { kind: 'command', ref, reading, inserts: context.inserts };
  const object = before
    ? alterObject(before, layer)
    : makeObject(
        {
          type: 'QMGR',
          name: context.queueManager,
          queueManager: context.queueManager,
          channelType: undefined,
          nameAt: locate(ref, reading.object.span),
          definedBy: ref,
          isDefined: true,
          nameIsOpen: false,
          platform: context.platform,
        },
        [layer],
      );
  return { ref, effect: { kind: 'altered', object }, before, change: { space: undefined, key: '', object } };
}

/** One queue cannot become another kind of queue, nor a channel another type of channel. */
const isSameKind = (object: MqObject, reading: CommandReading): boolean => {
  const channelType = reading.settings.get('CHLTYPE')?.value;
  return object.type === reading.type && (!channelType || !object.channelType || channelType === object.channelType);
};

function newObject(
  place: Place,
  { context }: State,
  { isDefined, layers }: { readonly isDefined: boolean; readonly layers: readonly Layer[] },
): MqObject {
  const { ref, reading, name, nameIsOpen } = place;
  return makeObject(
    {
      type: reading.type,
      name,
      queueManager: context.queueManager,
      channelType: reading.type === 'CHANNEL' ? reading.settings.get('CHLTYPE')?.value : undefined,
      nameAt: locate(ref, reading.name?.span ?? reading.object.span),
      definedBy: ref,
      isDefined,
      nameIsOpen,
      platform: context.platform,
    },
    [...layers, { kind: 'command', ref, reading, inserts: context.inserts }],
  );
}

const commandLayer = ({ ref, reading }: Place, { context }: State): Layer => ({
  kind: 'command',
  ref,
  reading,
  inserts: context.inserts,
});

const isDeleted = ({ space, key }: Place, state: State): boolean => state.deleted.has(deletionKey(space, key));

const deletionKey = (space: NameSpace, key: string): string => `${space} ${key}`;

const tableOf = (spaces: ReadonlyMap<NameSpace, ReadonlyMap<string, MqObject>>): ObjectTable => ({
  all: (space) => spaces.get(space)?.values() ?? [],
  get: (space, name) => spaces.get(space)?.get(name),
});
