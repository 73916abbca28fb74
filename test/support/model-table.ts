import { effective } from '#core/model/effective.ts';
import type { EffectiveValue, Estate, MqObject, QueueManager } from '#core/model/model.ts';

const spaces = ['queue', 'channel', 'client-channel', 'namelist', 'process', 'topic', 'subscription'] as const;

/** The objects of all queue managers as text, one line each: what commands set, and where each value came from. */
export const printModel = (estate: Estate): string =>
  [...estate.queueManagers.values()].map((one) => printQueueManager(one, estate)).join('');

/** The wanted attributes of one object as text, defaults included. */
export const printEffective = (object: MqObject | undefined, keywords: readonly string[], estate: Estate): string[] =>
  keywords.map((keyword) => {
    const value = object && effective(object, keyword);
    return `${keyword} ${value ? printValue(value, estate) : 'unknown'}`;
  });

function printQueueManager(queueManager: QueueManager, estate: Estate): string {
  const objects = spaces.flatMap((space) => [...queueManager.objects.all(space)]);
  const lines = [queueManager.attributes, ...objects]
    .filter((object) => object.type !== 'QMGR' || object.written.size > 0)
    .map((object) => `  ${printObject(object, estate)}\n`);
  return `${queueManager.name} (${queueManager.reason})\n${lines.join('')}`;
}

function printObject(object: MqObject, estate: Estate): string {
  const marks = `${object.isDefined ? '' : ' not defined'}${object.nameIsOpen ? ' open name' : ''}`;
  const values = [...object.written].map(([keyword, value]) => `${keyword}=${printValue(value, estate)}`);
  return `${object.type} ${object.name}${marks}: ${values.join(', ')}`.trimEnd();
}

function printValue({ value, origin, isOpen }: EffectiveValue, estate: Estate): string {
  const shown = `${value === '' ? "''" : value}${isOpen ? ' open' : ''}`;
  if (origin.kind === 'default') return `${shown} [default ${origin.from}]`;
  const at = origin.at;
  const text = at ? estate.documents.get(at.source)?.text.slice(at.span.start, at.span.end) : 'nowhere';
  return origin.kind === 'like' ? `${shown} [like ${origin.object}: ${text}]` : `${shown} [${text}]`;
}
