import { writtenText } from './make-object.ts';
import type { MqObject } from './model.ts';
import type { CommandReading } from './read-command.ts';

/**
 * What ALTER and DELETE look for, by their QSGDISP. Without one they mean a private object: "any object residing in the shared
 * repository, or any local copy of such an object, is not affected". (IBM: ALTER queues, DELETE queues, QSGDISP.)
 */
export const dispositionMeant = (reading: CommandReading): string => reading.settings.get('QSGDISP')?.value ?? 'QMGR';

/** Whether the command works on the object, or on a copy that its queue manager has of it. */
export function findsDisposition(reading: CommandReading, object: MqObject): boolean {
  const held = writtenText(object, 'QSGDISP');
  if (!object.isDefined || held?.isOpen || reading.settings.get('QSGDISP')?.hasHoles) return true;
  return isFoundAs(dispositionMeant(reading), held?.value ?? 'QMGR');
}

/** Whether a command that means one disposition finds a definition of the other. */
export const isFoundAs = (meant: string, held: string): boolean => finders[held]?.has(meant) ?? true;

/** A queue manager has a copy of each GROUP object, also of its own; PRIVATE is a private object or a copy. */
const finders: Readonly<Record<string, ReadonlySet<string>>> = {
  QMGR: new Set(['QMGR', 'PRIVATE']),
  COPY: new Set(['COPY', 'PRIVATE', 'GROUP']),
  GROUP: new Set(['GROUP', 'COPY', 'PRIVATE']),
  SHARED: new Set(['SHARED']),
};

/**
 * Whether a DEFINE makes an object beside the one of that name: "any object with a different disposition is not changed" by REPLACE, and a
 * shared queue can be defined where a private one is. (MQSC Command Reference, REPLACE; IBM MQ 9.2, DEFINE queues.)
 */
export function standsBeside(reading: CommandReading, object: MqObject): boolean {
  const held = writtenText(object, 'QSGDISP');
  if (held?.isOpen || reading.settings.get('QSGDISP')?.hasHoles) return false;
  return placeOf(dispositionMeant(reading)) !== placeOf(held?.value ?? 'QMGR');
}

/** The definition of a group and its copies are taken for one object. */
const placeOf = (disposition: string): string =>
  disposition === 'COPY' ? 'GROUP' : disposition === 'PRIVATE' ? 'QMGR' : disposition;
