import { placeOf } from '../definitions.ts';
import type { Route } from '../world.ts';
import { isLocal, keepAll, keepWhere, type RoutingContext, type RoutingStep } from './step.ts';

/** A local instance that is left here wins, unless CLWLUSEQ(ANY) lets it compete. A message from a cluster channel always stays. */
export const localInstance: RoutingStep = {
  name: 'local-instance',
  title: 'Local instance (step 6)',
  run: (candidates, context) => {
    const local = candidates.find(isLocal);
    if (local === undefined) return keepAll(candidates);
    const rule = preference(local, context);
    if (rule === undefined) return keepAll(candidates);
    return keepWhere(candidates, isLocal, () => ({ ...rule }));
  },
};

function preference({ instance }: Route, { chooser, arrivedOver }: RoutingContext) {
  if (arrivedOver === 'cluster-channel') {
    return {
      reason: 'the message came over a cluster channel and has a local instance',
      attribute: undefined,
      at: undefined,
    };
  }
  if (instance?.useQueue === 'LOCAL') {
    return {
      reason: `CLWLUSEQ(LOCAL) of the queue at ${chooser.name} keeps messages there`,
      attribute: 'CLWLUSEQ',
      at: placeOf(instance.attributes, 'CLWLUSEQ'),
    };
  }
  if (instance?.useQueue === 'QMGR' && chooser.definition.useQueue === 'LOCAL') {
    return {
      reason: `CLWLUSEQ(LOCAL) of queue manager ${chooser.name} prefers its own instance`,
      attribute: 'CLWLUSEQ',
      at: placeOf(chooser.definition.attributes, 'CLWLUSEQ'),
    };
  }
  return undefined;
}
