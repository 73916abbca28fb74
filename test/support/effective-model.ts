import { attributesOf } from '#core/facts/lookup.ts';
import { effective } from '#core/model/effective.ts';
import type { Estate, MqObject, NameSpace } from '#core/model/model.ts';

const spaces: readonly NameSpace[] = [
  ...(['queue', 'channel', 'client-channel', 'namelist', 'process', 'topic', 'subscription', 'listener'] as const),
  ...(['stgclass', 'cfstruct', 'chlauth', 'authrec'] as const),
];

/** What all queue managers have in the end, without where it came from: two texts that mean the same give the same lines. */
export const effectiveModel = (estate: Estate): readonly string[] =>
  [...estate.queueManagers.values()].flatMap((queueManager) =>
    [queueManager.attributes, ...spaces.flatMap((space) => [...queueManager.objects.all(space)])]
      .map((object) => `${queueManager.name} ${printObject(object)}`)
      .sort(),
  );

const printObject = (object: MqObject): string => {
  const values = attributesOf(object.type)
    .filter(({ kind }) => kind === 'attribute')
    .map(({ keyword }) => `${keyword}=${effective(object, keyword)?.value ?? '?'}`);
  return `${object.type} ${object.name} ${object.isDefined} ${values.join(' ')}`;
};
